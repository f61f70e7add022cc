import { Actions, Button } from "#app/ui/button.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { Prose } from "#app/ui/prose.tsx";
import type { DraftToEdit } from "#lib/lessons/authoring/drafts.ts";
import type { OpenedBlock } from "#lib/lessons/authoring/edited-blocks.ts";
import { clockWords } from "#lib/time/words.ts";
import { nameOf, panelNames } from "./kinds.ts";

type Props = {
  others: DraftToEdit;
  message: string | undefined;
  zone: string;
  onKeepMine: () => void;
  onTakeTheirs: () => void;
};

/** What somebody else wrote meanwhile, beside what is typed here. Both are there until one is chosen. */
export function OthersDraft({ others, message, zone, onKeepMine, onTakeTheirs }: Props) {
  const { title, summary, goal } = others.words;
  return (
    <Notice kind="mind" role="alert" title="Somebody else wrote here">
      <p>{message}</p>
      <details className="others-draft">
        <summary>Read what stands there since {clockWords(others.writtenAt, zone)}</summary>
        <p>
          <b>{title}</b>
        </p>
        <p>{summary}</p>
        <p>{goal}</p>
        {others.blocks.map((block, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: it is only read, and comes as a whole
          <OthersBlock key={index} block={block} />
        ))}
      </details>
      <Actions>
        <Button type="button" look="plain" onClick={onKeepMine}>
          Save mine instead
        </Button>
        <Button type="button" look="quiet" onClick={onTakeTheirs}>
          Go on with theirs
        </Button>
      </Actions>
    </Notice>
  );
}

function OthersBlock({ block }: { block: OpenedBlock }) {
  return (
    <div>
      <h3>
        {nameOf(block.type)}
        {"title" in block && block.title && `: ${block.title}`}
      </h3>
      {block.type === "panels" ? (
        block.panels.map((panel, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: it is only read, and comes as a whole
          <div key={index}>
            <p>
              <b>{panel.who === "other" ? panel.title : (panel.title ?? panelNames[panel.who])}</b>
            </p>
            <Prose html={panel.html} className="paragraphs" />
          </div>
        ))
      ) : (
        <Prose html={block.html} className="paragraphs" />
      )}
      {block.type === "exercise" && (
        <ul>
          {block.fields.map(({ id, label, hint }) => (
            <li key={`${id} ${label}`}>
              {label} {hint}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
