export type Point = readonly [x: number, y: number];

const short = (value: number) => Number(value.toFixed(1)).toString();
const at = (points: readonly Point[], index: number): Point =>
  points[Math.min(Math.max(index, 0), points.length - 1)] ?? [0, 0];

/** Catmull-Rom through the points, as the cubic curves that SVG knows. Begins where the pen already stands. */
function curve(points: readonly Point[]): string {
  return points
    .slice(1)
    .map((end, index) => {
      const before = at(points, index - 1);
      const start = at(points, index);
      const after = at(points, index + 2);
      return [
        "C",
        [start[0] + (end[0] - before[0]) / 6, start[1] + (end[1] - before[1]) / 6],
        [end[0] - (after[0] - start[0]) / 6, end[1] - (after[1] - start[1]) / 6],
        end,
      ]
        .flat()
        .map((part) => (typeof part === "number" ? short(part) : part))
        .join(" ");
    })
    .join("");
}

/** One even stroke. */
export function thinLine(points: readonly Point[]): string {
  return `M${at(points, 0).map(short).join(" ")}${curve(points)}`;
}

type Breath = { swells: number; from: number };

/** A stroke that breathes: thin at both ends, swelling and easing on its way. It is an outline to fill. */
export function penLine(points: readonly Point[], nib: number, { swells, from }: Breath): string {
  const last = points.length - 1;
  const offset = (index: number, side: 1 | -1): Point => {
    const [x, y] = at(points, index);
    const before = at(points, index - 1);
    const after = at(points, index + 1);
    const length = Math.hypot(after[0] - before[0], after[1] - before[1]) || 1;
    const travelled = index / last;
    const taper = Math.min(1, 0.2 + 10 * Math.min(travelled, 1 - travelled));
    const swell = 0.65 + 0.35 * Math.cos((travelled - from) * swells * 2 * Math.PI);
    const half = (side * taper * nib * swell) / 2;
    return [x - ((after[1] - before[1]) / length) * half, y + ((after[0] - before[0]) / length) * half];
  };
  const there = points.map((_, index) => offset(index, 1));
  const back = points.map((_, index) => offset(last - index, -1));
  return `M${at(there, 0).map(short).join(" ")}${curve(there)}L${at(back, 0).map(short).join(" ")}${curve(back)}Z`;
}

type Heights = { near: readonly number[]; far: readonly number[] };
type Paper = { width: number; top: number; unit: number; air: number };

/**
 * The two lines of a motif. Each is drawn finer than it was given, and the far one as its distance from the near one,
 * which never falls below what stands at either side: so they come near and never touch.
 */
export function motifLines({ near, far }: Heights, { width, top, unit, air }: Paper): [Point[], Point[]] {
  const upper = between(near);
  const gap = between(far.map((height, index) => height - (near[index] ?? 0)));
  const x = (index: number) => (index * width) / (upper.length - 1);
  const green = upper.map((height, index): Point => [x(index), top + height * unit]);
  const clay = green.map(([across, y], index): Point => [across, y + air + (gap[index] ?? 0) * unit]);
  return [green, clay];
}

const strokes = 4;

/** Heights on the way from each to the next, without a rise or fall that neither has. */
function between(heights: readonly number[]): number[] {
  const slope = (index: number) => {
    const [before, here, after] = [heights[index - 1], heights[index] ?? 0, heights[index + 1]];
    if (before === undefined || after === undefined || (here - before) * (after - here) <= 0) return 0;
    return (2 * (here - before) * (after - here)) / (after - before);
  };
  return heights.flatMap((here, index) => {
    const next = heights[index + 1];
    if (next === undefined) return [here];
    return Array.from({ length: strokes }, (_, step) => {
      const t = step / strokes;
      const eased = t * t * (3 - 2 * t);
      const lean = t * (1 - t) * ((1 - t) * slope(index) - t * slope(index + 1));
      return here + (next - here) * eased + lean;
    });
  });
}
