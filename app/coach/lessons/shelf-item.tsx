"use client";

import type { Route } from "next";
import Link from "next/link";
import { type KeyboardEvent, useState } from "react";
import { Badge } from "#app/ui/badge.tsx";
import { Actions, Button } from "#app/ui/button.tsx";
import { Icon } from "#app/ui/icons.tsx";
import { Refused } from "#app/ui/refused.tsx";
import { Toast } from "#app/ui/status.tsx";
import { UndoButton } from "../availability/undo-button.tsx";
import { useSending } from "../use-sending.ts";
import { AddLanguage } from "./add-language.tsx";
import { AudienceDialog } from "./audience-dialog.tsx";
import { audienceWords } from "./audience-words.ts";
import type { Language } from "./language-names.ts";
import type { ShelfRow } from "./shelf-rows.ts";
import { TextLine } from "./text-line.tsx";
import { WithdrawDialog } from "./withdraw-dialog.tsx";

type ShelfItemProps = {
  row: ShelfRow;
  place: number;
  of: number;
  languages: Language[];
  onMove: (step: -1 | 1) => void;
  onKey: (event: KeyboardEvent) => void;
};

type Asked = "audience" | "language" | "withdraw";

/** What was just done, and how to take it back. */
export type Told = { words: string; undo?: { path: string; body: object; words: string } };

/** A lesson among the others of its course, with all that can be done with it here. */
export function ShelfItem({ row, place, of, languages, onMove, onKey }: ShelfItemProps) {
  const [asked, setAsked] = useState<Asked>();
  const [told, setTold] = useState<Told>();
  const { id, title, audience, withdrawn, texts } = row;
  const close = (said?: Told) => {
    setAsked(undefined);
    if (said) setTold(said);
  };
  return (
    <li onKeyDown={onKey}>
      <p className="shelf__place" aria-hidden="true">
        {place}
      </p>
      <div className="shelf__what">
        <h3 className="row__title">
          <Link href={`/coach/lessons/${id}?in=${texts[0]?.language}` as Route} prefetch={false}>
            {title}
          </Link>
        </h3>
        <p className="row__more">
          {audienceWords[audience]}
          {withdrawn && (
            <>
              {" "}
              <Badge kind="off">{withdrawn}</Badge>
            </>
          )}
        </p>
        <ul className="shelf__texts">
          {texts.map((text) => (
            <TextLine key={text.language} lessonId={id} title={title} text={text} />
          ))}
        </ul>
        <Actions>
          <Button type="button" look="quiet" onClick={() => setAsked("audience")}>
            Who finds it<span className="unseen">: {title}</span>
          </Button>
          <Button type="button" look="quiet" onClick={() => setAsked("language")}>
            Another language<span className="unseen"> for {title}</span>
          </Button>
          <Button type="button" look="quiet" onClick={() => setAsked("withdraw")}>
            {withdrawn ? "Bring back" : "Withdraw"}
            <span className="unseen"> {title}</span>
          </Button>
        </Actions>
        {told && <ToldLine key={told.words} told={told} onTold={setTold} />}
      </div>
      <div className="shelf__moves">
        <MoveButton step={-1} isEnd={place === 1} title={title} onMove={onMove} />
        <MoveButton step={1} isEnd={place === of} title={title} onMove={onMove} />
      </div>
      {asked === "audience" && <AudienceDialog row={row} onClose={close} />}
      {asked === "language" && <AddLanguage row={row} languages={languages} onClose={close} />}
      {asked === "withdraw" && <WithdrawDialog row={row} onClose={close} />}
    </li>
  );
}

function ToldLine({ told: { words, undo }, onTold }: { told: Told; onTold: (told: Told) => void }) {
  const { send, error } = useSending(undo?.path ?? "");
  async function takeBack() {
    if (undo && (await send(undo.body))) onTold({ words: undo.words });
  }
  return (
    <>
      <Toast action={undo && <UndoButton onClick={() => void takeBack()} />}>{words}</Toast>
      {error && <Refused error={error} className="mt-4" />}
    </>
  );
}

function MoveButton({
  step,
  isEnd,
  title,
  onMove,
}: {
  step: -1 | 1;
  isEnd: boolean;
  title: string;
  onMove: (step: -1 | 1) => void;
}) {
  return (
    <button type="button" aria-disabled={isEnd} onClick={() => onMove(step)}>
      <Icon name={step < 0 ? "up" : "down"} />
      <span className="unseen">
        Move {title} {step < 0 ? "up" : "down"}
      </span>
    </button>
  );
}
