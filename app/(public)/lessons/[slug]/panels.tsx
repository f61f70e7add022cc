import { PanelLines } from "#app/ui/motif.tsx";
import { Prose } from "#app/ui/prose.tsx";
import type { ShownPanel } from "#lib/lessons/shown-lesson.ts";
import type { Reader } from "./block.tsx";

const titles = { reach: "If you tend to reach", step_back: "If you tend to step back", other: "" };

type Props = { panels: ShownPanel[]; reader: Reader; beforeGuidance: boolean };

/** Two sides of one page: the same size, the same weight, neither one first. */
export function Panels({ panels, reader, beforeGuidance }: Props) {
  const shown = panels.filter(({ only }) => !only || beforeGuidance || reader === "coach");
  return (
    <div className="panels">
      {shown.map(({ who, title = titles[who], only, html }) => (
        <div className="panel" key={title}>
          <PanelLines who={who} />
          <h3>{title}</h3>
          {only && reader === "coach" && (
            <p className="quiet small" lang="en">
              Clients read this only while a day of guidance lies ahead of them.
            </p>
          )}
          <Prose
            html={html}
            className={`panel__words ${html.endsWith("?</p>") ? "panel__words--ask" : ""}`}
          />
        </div>
      ))}
    </div>
  );
}
