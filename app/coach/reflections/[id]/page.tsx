import type { Metadata, Route } from "next";
import { notFound, redirect } from "next/navigation";
import { aboutWords } from "#app/coach/reflections/about-words.ts";
import { ReadIt } from "#app/coach/reflections/read-it.tsx";
import { Actions, ButtonLink } from "#app/ui/button.tsx";
import { Main } from "#app/ui/main.tsx";
import { dateOf, Instant } from "#app/ui/when.tsx";
import { requireCoach } from "#lib/auth/viewer.ts";
import { findReader } from "#lib/bookings/queries.ts";
import { isUuid } from "#lib/http/request.ts";
import type { Shown } from "#lib/reflections/for-coach/queries.ts";
import { readReflection } from "#lib/reflections/for-coach/read-reflection.ts";
import { NotFound } from "#lib/refusal.ts";
import { clockWords } from "#lib/time/words.ts";
import { Answers } from "./answers.tsx";
import { FlagState } from "./flag-state.tsx";

export const metadata: Metadata = { title: "What a client shared" };

export default async function Reflection({ params }: PageProps<"/coach/reflections/[id]">) {
  const coach = await requireCoach();
  const { id } = await params;
  if (!isUuid(id)) notFound();
  const now = Date.now();
  const [{ zone }, reading] = await Promise.all([
    findReader(coach),
    readReflection(coach, id, now).catch((error: unknown) => {
      if (error instanceof NotFound) return notFound();
      throw error;
    }),
  ]);
  if (reading.state === "replaced") redirect(`/coach/reflections/${reading.by}` as Route);
  if (reading.state === "taken_back") {
    const { client, flags } = reading;
    return (
      <Main>
        <div className="measure stack">
          <h1 className="break-words">{client.name} took this back</h1>
          <p>
            Nobody can read it here any more. You had opened it before, so what was marked in it stays until
            you write how it stands.
          </p>
          {flags.map((flag) => (
            <FlagState key={flag.id} flag={flag} zone={zone} now={now} />
          ))}
          <BackTo client={client} />
        </div>
      </Main>
    );
  }
  const { shown } = reading;
  return (
    <Main>
      <article className="reading measure">
        <Head shown={shown} zone={zone} now={now} />
        {reading.state === "unopened" ? (
          <div>
            <p className="mb-4">Once you open it, {shown.client.name} sees that you have.</p>
            <ReadIt shareId={shown.id} what={`what ${shown.client.name} shared`} look="act" />
          </div>
        ) : (
          <Answers {...reading} name={shown.client.name} zone={zone} now={now} />
        )}
        <BackTo client={shown.client} session={shown.session} />
      </article>
    </Main>
  );
}

function Head({ shown, zone, now }: { shown: Shown; zone: string; now: number }) {
  const { at, client } = shown;
  return (
    <header>
      <h1 className="break-words">{client.name}</h1>
      <p className="text-lead">{aboutWords(shown, zone, now)}</p>
      <p className="quiet">
        Shared with you on <Instant at={at}>{`${dateOf(at, zone, now)}, ${clockWords(at, zone)}`}</Instant>.
        Only you read it, as it stood then.
      </p>
    </header>
  );
}

type BackToProps = { client: { id: string; name: string }; session?: Shown["session"] };

function BackTo({ client, session }: BackToProps) {
  return (
    <Actions>
      {session && (
        <ButtonLink look="quiet" href={`/coach/sessions/${session.id}` as Route}>
          To the session
        </ButtonLink>
      )}
      <ButtonLink look="quiet" href={`/coach/clients/${client.id}` as Route}>
        To {client.name}
      </ButtonLink>
    </Actions>
  );
}
