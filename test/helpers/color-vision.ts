type Channels = readonly [number, number, number];
type Matrix = readonly [Channels, Channels, Channels];

/**
 * What is seen without one kind of cone, for linear RGB at severity 1.0.
 *
 * Machado, Oliveira and Fernandes, "A Physiologically-based Model for Simulation of Color Vision
 * Deficiency", IEEE Transactions on Visualization and Computer Graphics 15(6), 2009.
 */
const visions: Readonly<Record<string, Matrix>> = {
	all: [
		[1, 0, 0],
		[0, 1, 0],
		[0, 0, 1],
	],
	protanopia: [
		[0.152286, 1.052583, -0.204868],
		[0.114503, 0.786281, 0.099216],
		[-0.003882, -0.048116, 1.051998],
	],
	deuteranopia: [
		[0.367322, 0.860646, -0.227968],
		[0.280085, 0.672501, 0.047413],
		[-0.01182, 0.04294, 0.968881],
	],
	tritanopia: [
		[1.255528, -0.076749, -0.178779],
		[-0.078411, 0.930809, 0.147602],
		[0.004733, 0.691367, 0.3039],
	],
};

/** The least distance of two sRGB colours (0 to 255), ΔE*ab of CIE 1976, in all kinds of sight. */
export function leastDistance(one: Channels, other: Channels): number {
	return Math.min(
		...Object.values(visions).map(matrix => {
			const [a, b] = [labOf(seen(one, matrix)), labOf(seen(other, matrix))];
			return Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2]);
		}),
	);
}

function seen(channels: Channels, matrix: Matrix): Channels {
	const linear = channels.map(channel => {
		const share = channel / 255;
		return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
	});
	const row = (weights: Channels) =>
		Math.min(
			1,
			Math.max(
				0,
				weights.reduce((sum, weight, index) => sum + weight * linear[index]!, 0),
			),
		);
	return [row(matrix[0]), row(matrix[1]), row(matrix[2])];
}

/** CIE 1976 L*a*b* of linear sRGB, white D65. */
function labOf([red, green, blue]: Channels): Channels {
	const bent = (share: number) =>
		share > 216 / 24_389 ? Math.cbrt(share) : ((24_389 / 27) * share + 16) / 116;
	const x = bent((0.4124564 * red + 0.3575761 * green + 0.1804375 * blue) / 0.95047);
	const y = bent(0.2126729 * red + 0.7151522 * green + 0.072175 * blue);
	const z = bent((0.0193339 * red + 0.119192 * green + 0.9503041 * blue) / 1.08883);
	return [116 * y - 16, 500 * (x - y), 200 * (y - z)];
}
