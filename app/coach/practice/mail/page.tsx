import type { Metadata } from "next";
import { MailTable } from "#app/coach/mail-log/mail-table.tsx";
import { Actions, ButtonLink } from "#app/ui/button.tsx";
import { Empty } from "#app/ui/empty.tsx";
import { Main } from "#app/ui/main.tsx";
import { requireOwner } from "#lib/auth/viewer.ts";
import { findReader } from "#lib/bookings/queries.ts";
import { isUuid } from "#lib/http/request.ts";
import { readFilter } from "#lib/mail/log/filters.ts";
import { howMailGoes } from "#lib/mail/log/health.ts";
import { listAllMail } from "#lib/mail/log/queries.ts";
import { settings } from "#lib/running/settings.ts";
import { fullZoneWords } from "#lib/time/zones.ts";
import { FilterLinks } from "./filter-links.tsx";
import { HowMailGoes } from "./how-mail-goes.tsx";

export const metadata: Metadata = { title: "Mail of the practice" };

export default async function PracticeMail({ searchParams }: PageProps<"/coach/practice/mail">) {
  const owner = await requireOwner();
  const { show, before } = await searchParams;
  const filter = readFilter(show);
  const from = typeof before === "string" && isUuid(before) ? before : undefined;
  const now = Date.now();
  const [{ zone }, health, { entries, next }] = await Promise.all([
    findReader(owner),
    howMailGoes(owner, now),
    listAllMail(owner, { filter, before: from }),
  ]);
  const address = (query: Record<string, string>) =>
    `/coach/practice/mail?${new URLSearchParams({ ...(filter && { show: filter }), ...query })}` as const;

  return (
    <Main>
      <div className="desk-head">
        <div>
          <h1>Mail of the practice</h1>
          <p className="quiet">
            Whether mail goes out, and what became of each letter. What a letter says is not shown, nor when
            people sign in. Times are in {fullZoneWords(zone)}.
          </p>
        </div>
      </div>
      <div className="sections">
        <section aria-labelledby="health">
          <h2 id="health">How mail goes</h2>
          <HowMailGoes
            health={health}
            hearsResend={settings().mail.webhookSecret !== undefined}
            zone={zone}
            now={now}
          />
        </section>
        <section aria-labelledby="letters">
          <h2 id="letters">Letters</h2>
          <FilterLinks shown={filter} />
          {entries.length > 0 ? (
            <MailTable entries={entries} showsTo zone={zone} now={now} />
          ) : (
            <Empty>
              {from || filter ? "There is no such letter." : "The portal has not written to anybody yet."}
            </Empty>
          )}
          <Actions className="mt-6">
            {next && (
              <ButtonLink look="plain" href={address({ before: next })}>
                Earlier mail
              </ButtonLink>
            )}
            {from && (
              <ButtonLink look="quiet" href={address({})}>
                Latest mail
              </ButtonLink>
            )}
            <ButtonLink look="quiet" href="/coach/practice">
              Back to the practice
            </ButtonLink>
          </Actions>
        </section>
      </div>
    </Main>
  );
}
