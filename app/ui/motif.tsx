import { motifLines, penLine, thinLine } from "./pen.ts";

/** Seven heights a line, 0 above and 100 below. */
type Motif = { near: readonly number[]; far: readonly number[] };
type Drawn = { green: string; clay: string };

/** Each is drawn once for each process: what is drawn again and again costs as much as the words around it. */
const drawings = new Map<string, Drawn>();
const most = 400;

function drawn(as: string, motif: Motif, draw: () => Drawn): Drawn {
  const name = `${as} ${motif.near} ${motif.far}`;
  const known = drawings.get(name);
  if (known) return known;
  const made = draw();
  if (drawings.size >= most) drawings.clear();
  drawings.set(name, made);
  return made;
}

/** A lesson's two lines, large above its words. */
export function MotifLines({ motif }: { motif: Motif }) {
  const { green, clay } = drawn("large", motif, () => {
    const [near, far] = motifLines(motif, { width: 1120, top: 8, unit: 1.3, air: 0 });
    return {
      green: penLine(near, 3.2, { swells: 1.25, from: 0.05 }),
      clay: penLine(far, 3.2, { swells: 2.1, from: 0.18 }),
    };
  });
  return (
    <svg
      className="lines lesson__lines"
      viewBox="0 0 1120 150"
      preserveAspectRatio="xMinYMid slice"
      aria-hidden="true"
      focusable="false"
    >
      <path className="a pen" d={green} />
      <path className="b pen" d={clay} />
    </svg>
  );
}

/** The same lines, small and thin, beside the lesson's name. */
export function MotifGlyph({ motif }: { motif: Motif }) {
  return <ThinLines motif={motif} paper={small} className="lines--glyph" viewBox="-2 0 72 28" />;
}

const moves = {
  reach: { near: [10, 14, 36, 66, 72], far: [100, 101, 99, 100, 100] },
  step_back: { near: [0, 1, -1, 0, 0], far: [24, 30, 54, 82, 88] },
  other: { near: [0, 20, 34, 20, 0], far: [100, 80, 66, 80, 100] },
};

/** Who moves, in two lines: one comes nearer, one steps away, or both. */
export function PanelLines({ who }: { who: keyof typeof moves }) {
  return <ThinLines motif={moves[who]} paper={panel} className="panel__lines" viewBox="-2 0 88 36" />;
}

const small = { width: 68, top: 2, unit: 0.2, air: 2.8 };
const panel = { width: 84, top: 5, unit: 0.26, air: 0 };

type ThinProps = { motif: Motif; paper: typeof small; className: string; viewBox: string };

function ThinLines({ motif, paper, className, viewBox }: ThinProps) {
  const { green, clay } = drawn(className, motif, () => {
    const [near, far] = motifLines(motif, paper);
    return { green: thinLine(near), clay: thinLine(far) };
  });
  return (
    <svg className={`lines ${className}`} viewBox={viewBox} aria-hidden="true" focusable="false">
      <path className="a thin" d={green} />
      <path className="b thin" d={clay} />
    </svg>
  );
}
