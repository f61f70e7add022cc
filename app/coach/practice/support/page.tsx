import type { Metadata } from "next";
import { Temporal } from "temporal-polyfill";
import { ButtonLink } from "#app/ui/button.tsx";
import { Main } from "#app/ui/main.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { requireOwner } from "#lib/auth/viewer.ts";
import { type ListedLine, listLines } from "#lib/support/queries.ts";
import { checkedWords, isEmergency, isShown, isStale, staleAfterDays } from "#lib/support/rules.ts";
import { LineList } from "./line-list.tsx";
import { placeNames, urgencyNames } from "./place-names.ts";

export const metadata: Metadata = { title: "Support now, looked after" };

export default async function SupportLines() {
  const owner = await requireOwner();
  const { today: date, lines } = await listLines(owner, Date.now());
  const today = Temporal.PlainDate.from(date);
  const old = lines.filter((line) => isShown(line) && isOld(line, today)).length;

  return (
    <Main>
      <div className="desk-head">
        <div>
          <h1>Support now</h1>
          <p className="quiet">
            Whom people can turn to, on the page that everybody can open. A line is shown once somebody has
            checked it, and says when that was. Nothing is written down about who opens the page.
          </p>
        </div>
        <ButtonLink look="plain" href="/support">
          See it as visitors do
        </ButtonLink>
        <ButtonLink href="/coach/practice/support/new">Add a line</ButtonLink>
      </div>
      {old > 0 && (
        <Notice
          kind="mind"
          title={old === 1 ? "One line should be checked" : `${old} lines should be checked`}
        >
          <p>
            They were last checked more than {staleAfterDays} days ago. Visitors are told that hours may have
            changed. Please call or look at their page, then press “I checked it today”.
          </p>
        </Notice>
      )}
      <div className="sections mt-6">
        {placeNames.map(({ id, name }) => {
          const there = lines.filter(({ place }) => place === id);
          return (
            <section key={id} aria-labelledby={`in-${id}`}>
              <h2 id={`in-${id}`}>{name}</h2>
              {there.length === 0 && <p className="quiet">Nothing is listed here.</p>}
              <LineList lines={there.map((line) => asItem(line, today))} place={name} />
            </section>
          );
        })}
      </div>
    </Main>
  );
}

const isOld = ({ verifiedOn }: ListedLine, today: Temporal.PlainDate) =>
  verifiedOn !== null && isStale(verifiedOn, today);

function asItem(line: ListedLine, today: Temporal.PlainDate) {
  return {
    id: line.id,
    name: line.name,
    urgency: urgencyNames[line.urgency],
    ways: line.ways.map(({ words }) => words).join(" · ") || "No way to reach them yet",
    checked:
      line.verifiedOn === null
        ? "Hidden until somebody has checked it"
        : checkedWords(line.verifiedOn, today).replace(
            "Hours may have changed.",
            "Visitors read that hours may have changed",
          ),
    hours: hoursWords(line),
    source: line.sourceUrl,
    isShown: isShown(line),
    isOld: isOld(line, today),
    isFixed: isEmergency(line),
  };
}

function hoursWords({ hoursText, hoursVerified }: ListedLine): string {
  if (hoursText === "") return "No hours are said";
  const hours = hoursText.replace(/\.$/, "");
  return hoursVerified ? hours : `${hours} (not checked, so not shown)`;
}
