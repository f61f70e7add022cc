import type { Metadata, Route } from "next";
import { notFound } from "next/navigation";
import { FlagState } from "#app/coach/reflections/[id]/flag-state.tsx";
import { Badge } from "#app/ui/badge.tsx";
import { Actions, ButtonLink } from "#app/ui/button.tsx";
import { Main } from "#app/ui/main.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { dateOf } from "#app/ui/when.tsx";
import { requireCoach } from "#lib/auth/viewer.ts";
import { findReader } from "#lib/bookings/queries.ts";
import { findClientHead } from "#lib/desk/find-client.ts";
import { isUuid } from "#lib/http/request.ts";
import { type ReadScreening, readScreeningOf } from "#lib/screening/read-screening.ts";
import { nothingMarked, stateWords } from "#lib/screening/words.ts";
import { HealthAnswers } from "./health-answers.tsx";
import { History } from "./history.tsx";
import { MoveForm } from "./move-form.tsx";

export const metadata: Metadata = { title: "Health questions" };

export default async function Screening({ params }: PageProps<"/coach/clients/[id]/screening">) {
  const coach = await requireCoach();
  const { id } = await params;
  if (!isUuid(id)) notFound();
  const now = Date.now();
  const [{ zone }, client] = await Promise.all([findReader(coach), findClientHead(coach, id, now)]);
  if (!client) notFound();
  const found = await readScreeningOf(coach, client.id, now);
  const { name } = client;
  return (
    <Main>
      <article className="reading measure">
        <header>
          <h1 className="break-words">{name}</h1>
          <p className="text-lead">Health questions</p>
          {found ? (
            <p className="quiet">
              Shared with you on {dateOf(found.sharedAt, zone, now)}. Only you read it.{" "}
              <Badge kind="plain">{stateWords[found.standing.state]}</Badge>
            </p>
          ) : (
            <p className="quiet">
              {name} has not shared any answers with you. What they may have begun is theirs alone.
            </p>
          )}
        </header>
        {found && <Talk found={found} name={name} zone={zone} now={now} />}
        <Actions className="off-print">
          <ButtonLink look="quiet" href={`/coach/clients/${client.id}` as Route}>
            To {name}
          </ButtonLink>
        </Actions>
      </article>
    </Main>
  );
}

type TalkProps = { found: ReadScreening; name: string; zone: string; now: number };

function Talk({ found, name, zone, now }: TalkProps) {
  const { standing, answers, earlier, history, canMoveTo } = found;
  const isMarked = answers.some(({ flag }) => flag) || earlier.length > 0;
  return (
    <>
      {standing.because && (
        <Notice kind="mind" title="These answers are too old to build on">
          <p>
            {standing.because === "change"
              ? `${name} has shared since then that something about their health changed.`
              : "They were shared more than 90 days ago."}{" "}
            {name} is asked on their page to look at them again. Until then no day goes ahead on them.
          </p>
        </Notice>
      )}
      {!isMarked && <p>{nothingMarked}</p>}
      <HealthAnswers answers={answers} zone={zone} now={now} />
      {earlier.length > 0 && (
        <section className="reading__answer" aria-labelledby="earlier">
          <h2 id="earlier">From earlier answers</h2>
          <p className="quiet">
            {name} answers these differently now. They stay marked until you write how it stands.
          </p>
          {earlier.map((flag) => (
            <FlagState key={flag.id} flag={flag} zone={zone} now={now} />
          ))}
        </section>
      )}
      <section className="reading__answer off-print" aria-labelledby="next-step">
        <h2 id="next-step">Where you take it from here</h2>
        <p className="quiet">Only you decide this, and no answer does it for you.</p>
        <MoveForm
          key={`${found.id} ${standing.state} ${history.length}`}
          screeningId={found.id}
          moves={canMoveTo.filter((to) => to !== "coach_ready_to_proceed" || !standing.because)}
        />
      </section>
      <History history={history} zone={zone} now={now} />
    </>
  );
}
