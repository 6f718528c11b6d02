/** Signals that end the program; what is open is closed first. */
export const endingSignals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
