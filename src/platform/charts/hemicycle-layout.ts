/** Where a seat of a chamber stands, in units of the drawing; the group it belongs to by its place. */
export interface PlacedSeat {
  readonly x: number;
  readonly y: number;
  readonly group: number;
}

export interface Hemicycle {
  readonly width: number;
  readonly height: number;
  /** Radius within which the mark of a seat fits. */
  readonly radius: number;
  readonly seats: readonly PlacedSeat[];
}

const WIDTH = 480;
const OUTER = 220;
const INNER_SHARE = 0.42;

/**
 * Seats of a chamber in half rings, from left to right, each group together. The rings share the seats by their length, so
 * the seats stand equally far apart; a chamber of one seat has one ring.
 * @param sizes how many seats each group has, from left to right
 */
export function layOutHemicycle(sizes: readonly number[]): Hemicycle {
  const total = sizes.reduce((sum, size) => sum + size, 0);
  const rings = Math.max(1, Math.min(Math.round(Math.sqrt(total / 4)), 10));
  const radii = Array.from({ length: rings }, (_, ring) =>
    rings === 1 ? OUTER * 0.7 : OUTER * (INNER_SHARE + ((1 - INNER_SHARE) * ring) / (rings - 1)),
  );
  const counts = shareByLength(total, radii);
  const places = radii
    .flatMap((radius, ring) => {
      const count = counts[ring] ?? 0;
      return Array.from({ length: count }, (_, index) => ({
        radius,
        // Half a turn from left to right; a single seat stands in the middle.
        angle: count === 1 ? Math.PI / 2 : Math.PI - (Math.PI * index) / (count - 1),
      }));
    })
    // Seats at one angle belong together whatever their ring, so that groups lie in wedges.
    .toSorted((one, other) => other.angle - one.angle || one.radius - other.radius);
  const gap = rings === 1 ? 40 : (OUTER * (1 - INNER_SHARE)) / (rings - 1);
  const along = Math.min(
    ...radii.map((radius, ring) => (Math.PI * radius) / Math.max(1, (counts[ring] ?? 1) - 1)),
  );
  const radius = Math.max(2.5, Math.min(gap, along, 26) * 0.42);
  const groups = sizes.flatMap((size, group) => Array.from({ length: size }, () => group));
  return {
    width: WIDTH,
    height: OUTER + 40,
    radius,
    seats: places.map(({ radius: at, angle }, index) => ({
      x: round(WIDTH / 2 + at * Math.cos(angle)),
      y: round(OUTER + 20 - at * Math.sin(angle)),
      group: groups[index] ?? 0,
    })),
  };
}

/** Seats to rings by length, each whole, adding up: by the largest remainder. */
function shareByLength(total: number, radii: readonly number[]): readonly number[] {
  const length = radii.reduce((sum, radius) => sum + radius, 0);
  const exact = radii.map((radius) => (total * radius) / length);
  const whole = exact.map(Math.floor);
  const left = total - whole.reduce((sum, count) => sum + count, 0);
  const byRemainder = exact
    .map((share, ring) => ({ ring, remainder: share - Math.floor(share) }))
    .toSorted((one, other) => other.remainder - one.remainder || other.ring - one.ring)
    .slice(0, left);
  return whole.map((count, ring) => count + (byRemainder.some((one) => one.ring === ring) ? 1 : 0));
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
