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
