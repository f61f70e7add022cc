import type { Metadata, Route } from "next";
import { notFound, redirect } from "next/navigation";
import { Badge } from "#app/ui/badge.tsx";
import { ButtonLink } from "#app/ui/button.tsx";
import { Facts } from "#app/ui/facts.tsx";
import { Main, PageHead } from "#app/ui/main.tsx";
import { Steps } from "#app/ui/steps.tsx";
import { currentViewer } from "#lib/auth/viewer.ts";
import { meetingTitle } from "#lib/bookings/meeting-words.ts";
import { findBooking, findHold } from "#lib/bookings/queries.ts";
import { findOwnName } from "#lib/clients/queries.ts";
import { isUuid } from "#lib/http/request.ts";
import { clockWords, dayWords, lengthWords } from "#lib/time/words.ts";
import { zoneWords } from "#lib/time/zones.ts";
import { ConfirmHold } from "./confirm-hold.tsx";
import { NoMailYet } from "./no-mail-yet.tsx";

export const metadata: Metadata = { title: "Your time", robots: { index: false } };

type Hold = NonNullable<Awaited<ReturnType<typeof findHold>>>;

export default async function HeldPage({ params }: PageProps<"/book/held/[id]">) {
  const { id } = await params;
  const hold = isUuid(id) ? await findHold(id) : undefined;
  if (!hold) notFound();
  const viewer = await currentViewer();
  if (hold.status === "confirmed") {
    if (viewer && (await findBooking(viewer, hold.id))) redirect(`/sessions/${hold.id}` as Route);
    return <AlreadyConfirmed />;
  }
  const { holdExpires, heldEmail } = hold;
  if (hold.status === "expired" || !holdExpires || !heldEmail || holdExpires <= Date.now())
    return <Over hold={hold} />;

  const until = clockWords(holdExpires, hold.bookedZone);
  const isOwn = viewer?.role === "client" && (await findOwnName(viewer))?.email === heldEmail;
  return (
    <Main>
      <PageHead
        title={isOwn ? "Is this the time you want?" : "Please check your mail"}
        badge={
          <Badge kind="held">
            Held for you until {until}, {zoneWords(hold.bookedZone)}
          </Badge>
        }
        lead={
          isOwn ? (
            "You are signed in already, so one press is enough."
          ) : (
            <>
              We sent a link and a code to <strong>{heldEmail}</strong>. Open the link, or type the code here,
              and the time is yours.
            </>
          )
        }
      />
      <div className="booking">
        <div className="grid gap-5">
          <ConfirmHold holdId={hold.id} email={heldEmail} isSignedIn={isOwn} />
          {!isOwn && <NoMailYet holdId={hold.id} />}
          <section aria-labelledby="then" className="mt-7">
            <h2 id="then" className="mb-5">
              What happens then
            </h2>
            <Steps steps={whatHappens(hold, until)} />
          </section>
        </div>
        <HeldTime hold={hold} />
      </div>
    </Main>
  );
}

function whatHappens(hold: Hold, until: string) {
  return [
    {
      title: "You get a second mail",
      text: `It has an entry for your calendar. The entry only says “${meetingTitle(hold.coachName)}”`,
    },
    { title: "You can cancel", text: "From the link in that mail. No reason is needed." },
    {
      title: "If you do nothing now",
      text: `At ${until} the time becomes free for others again. What you typed is kept, so you can choose another.`,
    },
  ];
}

function HeldTime({ hold }: { hold: Hold }) {
  const { start, end } = hold.during;
  return (
    <aside className="chosen card" aria-labelledby="chosen">
      <h2 id="chosen">Held for you</h2>
      <p className="chosen__time">
        <time dateTime={new Date(start).toISOString()}>{clockWords(start, hold.bookedZone)}</time>
      </p>
      <p className="quiet">{dayWords(start, hold.bookedZone, { year: true })}</p>
      <Facts
        tight
        facts={[
          ["What", `${hold.typeName} with ${hold.coachName}`],
          ["How long", `${lengthWords(hold.minutes)}, until ${clockWords(end, hold.bookedZone)}`],
          ["Where", hold.place],
          ["Time zone", zoneWords(hold.bookedZone)],
        ]}
      />
    </aside>
  );
}

function Over({ hold }: { hold: Hold }) {
  const { start } = hold.during;
  return (
    <Main>
      <PageHead
        title="This time is free for others again"
        lead={`We kept ${dayWords(start, hold.bookedZone)} at ${clockWords(start, hold.bookedZone)} (${zoneWords(hold.bookedZone)}) as long as we could. Nothing was booked. What you typed is still here, and the time may be too.`}
      />
      <ButtonLink href={`/book?type=${hold.typeId}` as Route}>See free times</ButtonLink>
    </Main>
  );
}

function AlreadyConfirmed() {
  return (
    <Main>
      <PageHead
        title="This time is booked"
        lead="Sign in to see it. The link in the mail about it leads there too."
      />
      <ButtonLink href="/sign-in">Sign in</ButtonLink>
    </Main>
  );
}
