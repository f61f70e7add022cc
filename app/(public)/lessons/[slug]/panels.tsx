import { PanelLines } from "#app/ui/motif.tsx";
import { Prose } from "#app/ui/prose.tsx";
import type { ShownPanel } from "#lib/lessons/shown-lesson.ts";

const titles = { reach: "If you tend to reach", step_back: "If you tend to step back", other: "" };

/** Two sides of one page: the same size, the same weight, neither one first. */
export function Panels({ panels }: { panels: ShownPanel[] }) {
  return (
    <div className="panels">
      {panels.map(({ who, title = titles[who], html }) => (
        <div className="panel" key={title}>
          <PanelLines who={who} />
          <h3>{title}</h3>
          <Prose
            html={html}
            className={`panel__words ${html.endsWith("?</p>") ? "panel__words--ask" : ""}`}
          />
        </div>
      ))}
    </div>
  );
}
