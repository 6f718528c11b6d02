/** Customer tiers, best first. */
export const valueTiers = ['Platinum', 'Gold', 'Silver', 'Bronze'] as const;

export type ValueTier = (typeof valueTiers)[number];
