"use client";

import { type ReactNode, useMemo } from "react";
import { useAnswering } from "#app/(asked)/answering/answering.tsx";
import { QuestionScreen } from "#app/(asked)/answering/question-screen.tsx";
import { Screen } from "#app/(asked)/answering/screen.tsx";
import { usePlace } from "#app/(asked)/answering/use-place.ts";
import { Answered } from "#app/ui/questions/answered.tsx";
import { idOf } from "#app/ui/questions/field-props.ts";
import type { FromPartner } from "#lib/reflections/asked/from-partner.ts";
import { useAsked } from "./answering-beside.tsx";
import { PartnerSwitch } from "./partner-switch.tsx";
import { Sharing } from "./sharing.tsx";
import { ShownByPartner } from "./shown-by-partner.tsx";
import { WhoReads } from "./who-reads.tsx";

type FlowProps = {
  title: string;
  lead: string;
  fromPartner: FromPartner[];
  /** When it could be shown instead of now. */
  later: number | undefined;
  now: number;
  /** Their own numbers so far. */
  trends: ReactNode;
  support: ReactNode;
};

/** The questions, then what the coach will see of the answers, then whether to share them. */
export function Flow({ title, lead, fromPartner, later, now, trends, support }: FlowProps) {
  const asked = useAsked();
  const { answers } = useAnswering();
  const { questions, about, session } = asked;
  const isShort = about.kind === "check_in";
  const screens = useMemo(
    () => [...questions.map(({ key }) => idOf(key)), ...(isShort ? [] : ["look"]), "share"],
    [questions, isShort],
  );
  const { at, go } = usePlace(screens);
  const screenOf = (id: string) => {
    const index = screens.indexOf(id);
    return { id, isHere: at === id, before: screens[index - 1], after: screens[index + 1], go };
  };
  const [first] = screens;
  const preview = <Answered questions={questions} answers={answers} />;
  return (
    <div className="beside">
      <form
        className={`asked ${at ? "asked--live" : ""} ${isShort ? "asked--short" : ""}`}
        autoComplete="off"
        onSubmit={(event) => event.preventDefault()}
      >
        <header className={`asked__head ${at && at !== first ? "asked__head--past" : ""}`}>
          <h1>{title}</h1>
          <p className="quiet">{lead}</p>
          <noscript>
            <p className="notice notice--mind">
              Answering here needs scripts in your browser. You can read the questions here, and talk about
              them with {session.coachName} when you meet. Support now works without scripts.
            </p>
          </noscript>
        </header>
        {questions.map((question, index) => (
          <AskedScreen
            key={question.key}
            question={question}
            place={{ at: index + 1, of: questions.length }}
            screen={screenOf(idOf(question.key))}
            support={support}
            shown={fromPartner.filter(({ question: { key } }) => key === question.key)}
          />
        ))}
        {!isShort && (
          <Screen {...screenOf("look")}>
            <section className="stack" aria-labelledby="look">
              <h2 id="look" tabIndex={-1}>
                What {session.coachName} will see
              </h2>
              <p className="quiet">Exactly this, in this order.{!asked.share && " Nothing has been sent."}</p>
              {preview}
            </section>
          </Screen>
        )}
        <Screen {...screenOf("share")}>
          <ShownByPartner
            shown={fromPartner.filter(({ question: { key } }) => !screens.includes(idOf(key)))}
          />
          <Sharing later={later} now={now} go={go} preview={isShort && preview} />
        </Screen>
        <div className="on-print asked__paper">{preview}</div>
      </form>
      <div className={`asked-side ${at && at !== first && at !== "share" ? "asked-side--past" : ""}`}>
        {trends}
        <WhoReads go={go} lookAt={isShort ? "share" : "look"} />
      </div>
    </div>
  );
}

type AskedScreenProps = Omit<Parameters<typeof QuestionScreen>[0], "children"> & { shown: FromPartner[] };

function AskedScreen({ shown, ...screen }: AskedScreenProps) {
  const { partner } = useAsked();
  const { question } = screen;
  return (
    <QuestionScreen {...screen}>
      {partner?.keys.includes(question.key) && <PartnerSwitch question={question} partner={partner} />}
      <ShownByPartner shown={shown} />
    </QuestionScreen>
  );
}
