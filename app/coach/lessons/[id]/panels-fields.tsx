import { Actions, Button } from "#app/ui/button.tsx";
import { TextField } from "#app/ui/field.tsx";
import { Tick } from "#app/ui/tick.tsx";
import { panelNames } from "./kinds.ts";
import { newPanel, type PanelPart, type PanelsPart, type PartBlock } from "./parts.ts";
import { ProseField } from "./prose-field.tsx";
import { TitleField } from "./title-field.tsx";
import type { Edit } from "./writing.ts";

type Props = { id: string; block: PanelsPart; edit: Edit };

/** Panels that stand side by side, each for some of the readers. */
export function PanelsFields({ id, block, edit }: Props) {
  type Change = (panels: PanelPart[]) => PanelPart[];
  const within = (change: Change) => (one: PartBlock) =>
    one.type === "panels" ? { ...one, panels: change(one.panels) } : one;
  const editPanels = (change: Change) => edit(within(change));
  const editPanel = (key: string, change: (panel: PanelPart) => PanelPart) =>
    editPanels((panels) => panels.map((panel) => (panel.key === key ? change(panel) : panel)));
  return (
    <>
      <TitleField
        id={id}
        title={block.title}
        onTitle={(title) => edit((one) => ({ ...one, title }) as PartBlock)}
      />
      {block.panels.map((panel, index) => {
        const { key, who } = panel;
        const name = who === "other" ? panel.title || "A panel of its own" : panelNames[who];
        return (
          <fieldset className="piece" key={key}>
            <legend>{name}</legend>
            <TextField
              name={`${id}-${key}-title`}
              label={who === "other" ? "For whom it is" : "Title"}
              hint={who === "other" ? undefined : `Without one it says “${name}”.`}
              optional={who !== "other"}
              wide
              maxLength={120}
              value={panel.title ?? ""}
              onChange={({ target }) => editPanel(key, (one) => ({ ...one, title: target.value }))}
            />
            <ProseField
              id={`${id}-${key}-text`}
              label="Text"
              state={panel.state}
              html={panel.html}
              onChange={(state) => editPanel(key, (one) => ({ ...one, state }))}
            />
            <Tick
              name={`${id}-${key}-guidance`}
              checked={panel.only === "guidance"}
              onChange={({ target }) =>
                editPanel(key, ({ only: _, ...one }) => ({
                  ...one,
                  ...(target.checked && { only: "guidance" }),
                }))
              }
            >
              Only for readers who have a day of guidance ahead
            </Tick>
            <Button
              type="button"
              look="quiet"
              onClick={() =>
                edit(
                  within((panels) => panels.filter((one) => one.key !== key)),
                  { name: "The panel", change: within((panels) => panels.toSpliced(index, 0, panel)) },
                )
              }
            >
              Remove this panel <span className="unseen">{name}</span>
            </Button>
          </fieldset>
        );
      })}
      <Actions>
        {(["reach", "step_back", "other"] as const).map((who) => (
          <Button
            key={who}
            type="button"
            look="plain"
            onClick={() => editPanels((panels) => [...panels, newPanel(who)])}
          >
            Add: {who === "other" ? "a panel of its own" : panelNames[who].toLowerCase()}
          </Button>
        ))}
      </Actions>
    </>
  );
}
