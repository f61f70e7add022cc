import { motifLines, penLine, thinLine } from "./pen.ts";

/** Seven heights a line, 0 above and 100 below. */
type Motif = { near: readonly number[]; far: readonly number[] };

/** A lesson's two lines, large above its words. */
export function MotifLines({ motif }: { motif: Motif }) {
  const [green, clay] = motifLines(motif, { width: 1120, top: 8, unit: 1.3, air: 0 });
  return (
    <svg
      className="lines lesson__lines"
      viewBox="0 0 1120 150"
      preserveAspectRatio="xMinYMid slice"
      aria-hidden="true"
      focusable="false"
    >
      <path className="a pen" d={penLine(green, 3.2, { swells: 1.25, from: 0.05 })} />
      <path className="b pen" d={penLine(clay, 3.2, { swells: 2.1, from: 0.18 })} />
    </svg>
  );
}

/** The same lines, small and thin, beside the lesson's name. */
export function MotifGlyph({ motif }: { motif: Motif }) {
  const [green, clay] = motifLines(motif, { width: 68, top: 2, unit: 0.2, air: 2.8 });
  return (
    <svg className="lines lines--glyph" viewBox="-2 0 72 28" aria-hidden="true" focusable="false">
      <path className="a thin" d={thinLine(green)} />
      <path className="b thin" d={thinLine(clay)} />
    </svg>
  );
}

const drawn = {
  reach: { near: [10, 14, 36, 66, 72], far: [100, 101, 99, 100, 100] },
  step_back: { near: [0, 1, -1, 0, 0], far: [24, 30, 54, 82, 88] },
  other: { near: [0, 20, 34, 20, 0], far: [100, 80, 66, 80, 100] },
};

/** Who moves, in two lines: one comes nearer, one steps away, or both. */
export function PanelLines({ who }: { who: keyof typeof drawn }) {
  const [green, clay] = motifLines(drawn[who], { width: 84, top: 5, unit: 0.26, air: 0 });
  return (
    <svg className="lines panel__lines" viewBox="-2 0 88 36" aria-hidden="true" focusable="false">
      <path className="a thin" d={thinLine(green)} />
      <path className="b thin" d={thinLine(clay)} />
    </svg>
  );
}
