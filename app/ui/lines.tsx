import { type Point, penLine, thinLine } from "./pen.ts";

type Pair = { green: readonly Point[]; clay: readonly Point[] };

/* The two lines: nearer and apart, never crossing, never touching, never a measure of anything. */
const glyphs = {
  nearing: {
    green: [
      [2, 4],
      [20, 5],
      [40, 9],
      [56, 11.6],
      [70, 12],
    ],
    clay: [
      [2, 24],
      [20, 22],
      [40, 18],
      [56, 15.8],
      [70, 16],
    ],
  },
  together: {
    green: [
      [2, 11],
      [18, 12.4],
      [36, 11.4],
      [54, 12.4],
      [70, 11.6],
    ],
    clay: [
      [2, 16],
      [18, 16.8],
      [36, 16],
      [54, 17],
      [70, 16],
    ],
  },
  opening: {
    green: [
      [2, 12],
      [16, 11.8],
      [34, 8],
      [52, 7],
      [70, 9],
    ],
    clay: [
      [2, 16],
      [16, 16.4],
      [34, 20],
      [52, 21.4],
      [70, 19],
    ],
  },
  meeting: {
    green: [
      [2, 9],
      [18, 4],
      [36, 11],
      [54, 12],
      [70, 5],
    ],
    clay: [
      [2, 18],
      [18, 24],
      [36, 16],
      [54, 16.4],
      [70, 23],
    ],
  },
  beside: {
    green: [
      [2, 8],
      [18, 8],
      [36, 8],
      [54, 8],
      [70, 8],
    ],
    clay: [
      [2, 22],
      [18, 21],
      [36, 15],
      [54, 13],
      [70, 20],
    ],
  },
} satisfies Record<string, Pair>;

export type GlyphName = keyof typeof glyphs;

export function Glyph({ name }: { name: GlyphName }) {
  const { green, clay } = glyphs[name] as Pair;
  return (
    <svg className="lines lines--glyph" viewBox="0 0 72 28" aria-hidden="true" focusable="false">
      <path className="a thin" d={thinLine(green)} />
      <path className="b thin" d={thinLine(clay)} />
    </svg>
  );
}

type Drawing = Pair & {
  width: number;
  height: number;
  nib: number;
  fit?: string;
};

const drawings = {
  mark: {
    width: 24,
    height: 28,
    nib: 2.8,
    green: [
      [4, 1.5],
      [5.3, 3.7],
      [7, 6.6],
      [8.4, 9.8],
      [9.6, 14.9],
      [9.4, 18.2],
      [8.4, 21.4],
      [6.7, 24.4],
      [5, 26.5],
    ],
    clay: [
      [20.5, 2.5],
      [18.6, 4.7],
      [16.2, 7.7],
      [14.7, 10.6],
      [13.9, 15.3],
      [14.6, 18.4],
      [15.8, 21.4],
      [17.5, 23.8],
      [19, 25.5],
    ],
  },
  wide: {
    width: 1440,
    height: 640,
    nib: 3.6,
    fit: "none",
    green: [
      [-30, 566],
      [122, 561],
      [296, 586],
      [473, 587],
      [603, 550],
      [705, 467],
      [801, 362],
      [903, 274],
      [1012, 255],
      [1113, 281],
      [1201, 277],
      [1296, 203],
      [1393, 117],
      [1480, 66],
    ],
    clay: [
      [-30, 612],
      [122, 618],
      [296, 604],
      [474, 611],
      [624, 613],
      [765, 597],
      [874, 547],
      [964, 450],
      [1043, 348],
      [1125, 307],
      [1211, 318],
      [1306, 375],
      [1404, 435],
      [1480, 462],
    ],
  },
  narrow: {
    width: 430,
    height: 152,
    nib: 2.9,
    fit: "none",
    green: [
      [-12, 92],
      [18, 88],
      [52, 87],
      [82, 92],
      [117, 91],
      [155, 82],
      [192, 58],
      [227, 35],
      [261, 19],
      [295, 21],
      [328, 35],
      [357, 59],
      [401, 72],
      [445, 76],
    ],
    clay: [
      [-12, 112],
      [18, 109],
      [52, 105],
      [82, 102],
      [117, 104],
      [155, 109],
      [192, 121],
      [229, 130],
      [266, 132],
      [300, 123],
      [333, 108],
      [362, 90],
      [404, 86],
      [445, 90],
    ],
  },
  band: {
    width: 980,
    height: 104,
    nib: 3,
    fit: "xMinYMid slice",
    green: [
      [0, 50],
      [58, 49],
      [124, 39],
      [203, 20],
      [288, 6],
      [373, 12],
      [457, 36],
      [533, 47],
      [617, 49],
      [702, 40],
      [787, 29],
      [867, 28],
      [931, 37],
      [980, 40],
    ],
    clay: [
      [0, 58],
      [58, 59],
      [124, 67],
      [203, 85],
      [288, 98],
      [373, 93],
      [457, 73],
      [533, 58],
      [617, 55],
      [702, 64],
      [787, 76],
      [867, 79],
      [931, 71],
      [980, 64],
    ],
  },
  rest: {
    width: 150,
    height: 50,
    nib: 2.2,
    green: [
      [0, 21],
      [18, 17],
      [39, 17],
      [58, 20],
      [77, 22],
      [92, 22],
      [112, 19],
      [132, 18],
      [150, 20],
    ],
    clay: [
      [0, 30],
      [18, 33],
      [39, 34],
      [58, 31],
      [77, 30],
      [92, 29],
      [112, 31],
      [132, 31],
      [150, 29],
    ],
  },
} satisfies Record<string, Drawing>;

export function Lines({ drawing, className = "" }: { drawing: keyof typeof drawings; className?: string }) {
  const { green, clay, width, height, nib, fit } = drawings[drawing] as Drawing;
  return (
    <svg
      className={`lines ${className}`}
      viewBox={`0 0 ${width} ${height}`}
      preserveAspectRatio={fit}
      aria-hidden="true"
      focusable="false"
    >
      <path className="a pen" d={penLine(green, nib, { swells: 1.25, from: 0.05 })} />
      <path className="b pen" d={penLine(clay, nib, { swells: 2.1, from: 0.18 })} />
    </svg>
  );
}
