import { notFound } from "next/navigation";
import { Bar } from "#app/(asked)/answering/bar.tsx";
import { NotKept } from "#app/(asked)/answering/not-kept.tsx";
import { Providers } from "#app/(asked)/answering/providers.tsx";
import { MailComesBack } from "#app/(client)/mail-comes-back.tsx";
import { DemoBanner } from "#app/ui/banner.tsx";
import { Main } from "#app/ui/main.tsx";
import { SupportPanel } from "#app/ui/questions/support-panel.tsx";
import { Shell } from "#app/ui/shell.tsx";
import { Trends } from "#app/ui/trends/trends.tsx";
import { UnsavedGuard } from "#app/unsaved.tsx";
import { ownFailingAddress, requireClient } from "#lib/auth/viewer.ts";
import { isUuid } from "#lib/http/request.ts";
import type { About } from "#lib/reflections/asked/about.ts";
import { listFromPartner } from "#lib/reflections/asked/from-partner.ts";
import { findAsked } from "#lib/reflections/asked/queries.ts";
import { listNumbers } from "#lib/reflections/looking-back/numbers.ts";
import { NotFound } from "#lib/refusal.ts";
import { settings } from "#lib/running/settings.ts";
import { AnsweringBeside } from "./answering-beside.tsx";
import { BarToSession } from "./bar-to-session.tsx";
import { Flow } from "./flow.tsx";
import { leadOf, titleOf } from "./head-words.ts";
import { laterThan } from "./share-times.ts";
import { Written } from "./written.tsx";

/** What is asked of a client beside a session: a page on a desk, a question a screen on a phone. */
export async function AskedPage({ about }: { about: About }) {
  const client = await requireClient();
  const now = Date.now();
  if (!isUuid(about.bookingId)) notFound();
  const asked = await findAsked(client, about, now).catch((error: unknown) => {
    if (error instanceof NotFound) return undefined;
    throw error;
  });
  if (!asked) notFound();
  const [fromPartner, numbers, address] = await Promise.all([
    asked.partner ? listFromPartner(client, about.bookingId, now) : [],
    about.kind === "check_in" ? listNumbers(client, now) : undefined,
    ownFailingAddress(),
  ]);
  const banner = (
    <>
      {settings().demo && <DemoBanner />}
      {address && <MailComesBack address={address} />}
    </>
  );
  const title = titleOf(asked);
  if (!asked.isOpen)
    return (
      <Shell who="client" banner={banner} bar={<BarToSession bookingId={about.bookingId} />}>
        <Main className="asked-page">
          <Providers>
            <Written asked={asked} fromPartner={fromPartner} title={title} now={now} />
          </Providers>
        </Main>
      </Shell>
    );
  return (
    <Providers>
      <UnsavedGuard>
        <AnsweringBeside asked={asked}>
          <Shell who="client" banner={banner} bar={<Bar />}>
            <Main className="asked-page">
              <Flow
                title={title}
                lead={leadOf(asked, now)}
                fromPartner={fromPartner}
                later={laterThan(now, asked.session.start, asked.zone)}
                now={now}
                trends={numbers && <Trends numbers={numbers} />}
                support={
                  <SupportPanel
                    coachName={asked.session.coachName}
                    exitTo={settings().quickExitUrl}
                    isShared={asked.share !== undefined}
                  />
                }
              />
            </Main>
          </Shell>
          <NotKept />
        </AnsweringBeside>
      </UnsavedGuard>
    </Providers>
  );
}
