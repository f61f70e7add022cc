import type { Route } from "next";
import { Actions, ButtonLink } from "#app/ui/button.tsx";
import { Icon } from "#app/ui/icons.tsx";
import { pathOf } from "#lib/reflections/asked/about.ts";
import type { OpenNow } from "#lib/reflections/asked/open-now.ts";
import { askedLink, askedState, askedTitle, askedWords } from "./asked-words.ts";

type OpenProps = { open: OpenNow; zone: string; now: number };

/** On the first page: what can be answered now. */
export function OpenAsked({ open, zone, now, isOneThing }: OpenProps & { isOneThing: boolean }) {
  const id = `asked-${open.about.kind}-${open.about.day ?? 0}-${open.about.bookingId}`;
  return (
    <section className={isOneThing ? "card card--soft helps" : "helps"} aria-labelledby={id}>
      <h2 id={id}>{askedTitle(open, zone, now)}</h2>
      <AskedNow open={open} zone={zone} now={now} look={isOneThing ? "act" : "quiet"} />
    </section>
  );
}

/** The same without its title. */
export function AskedNow({ open, zone, now, look }: OpenProps & { look: "act" | "plain" | "quiet" }) {
  const state = askedState(open, zone, now);
  return (
    <>
      {!open.share && <p>{askedWords(open)}</p>}
      <Actions>
        <ButtonLink look={look} href={pathOf(open.about) as Route}>
          {askedLink(open)}
        </ButtonLink>
      </Actions>
      {state && (
        <p className="status">
          <Icon name="done" />
          {state}
        </p>
      )}
    </>
  );
}

/** What of it stands first: whatever is not shared yet, of several what comes sooner. */
export function theOneAsked(open: readonly OpenNow[], bookingId: string | undefined): OpenNow | undefined {
  const before = open.filter(({ about }) => about.kind !== "check_in" && about.bookingId === bookingId);
  return before.find(({ share }) => !share) ?? before[0];
}
