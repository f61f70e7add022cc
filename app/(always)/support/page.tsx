import type { Metadata } from "next";
import { Temporal } from "temporal-polyfill";
import { ButtonAnchor, ButtonLink } from "#app/ui/button.tsx";
import { Main, PageHead } from "#app/ui/main.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { QuickExit } from "#app/ui/quick-exit.tsx";
import { settings } from "#lib/running/settings.ts";
import { linesWords } from "#lib/support/line-words.ts";
import { places, type Resource } from "#lib/support/resources.ts";
import { checkedWords, hardLinesFor, hasCrisisLine, linesFor } from "#lib/support/rules.ts";
import { findShownLines } from "#lib/support/shown.ts";
import { HelpLine } from "./help-line.tsx";
import { RememberPlace } from "./remember-place.tsx";

export const metadata: Metadata = { title: "Support now" };

export default async function SupportNow() {
  const resources = await findShownLines();
  const today = Temporal.Now.plainDateISO("UTC");
  return (
    <>
      <QuickExit to={settings().quickExitUrl} />
      <Main>
        <div className="support">
          <PageHead
            tight
            title="Support now"
            lead="You don’t have to handle this alone. You can call for yourself or for someone else."
          />

          <fieldset id="place" aria-describedby="place-hint">
            <legend>Where are you?</legend>
            <p className="field__hint" id="place-hint">
              Remembered on this device only. Opening this page is not recorded.
            </p>
            <div className="countries">
              <label className="country">
                <input type="radio" name="place" value="none" id="in-none" defaultChecked />
                Not chosen yet
              </label>
              {places.map(({ id, name }) => (
                <label className="country" key={id}>
                  <input type="radio" name="place" value={id} id={`in-${id}`} />
                  {name}
                </label>
              ))}
            </div>
            <RememberPlace />
          </fieldset>

          <section aria-labelledby="now">
            <h2 id="now">Right now</h2>
            <p className="quiet">If someone is in danger, or you may act on a thought of harm.</p>
            <div className="place place--none">
              <ul className="help-lines">
                <HelpLine
                  name="Emergency services"
                  text="911 in the United States, Canada and Mexico. 112 in the EU. 999 in the United Kingdom."
                >
                  <ButtonAnchor href="tel:911">Call 911</ButtonAnchor>
                  <ButtonAnchor href="tel:112">Call 112</ButtonAnchor>
                  <ButtonAnchor href="tel:999">Call 999</ButtonAnchor>
                </HelpLine>
                <HelpLine name="Crisis line" text="Choose your country above to see who is open there." />
              </ul>
            </div>
            {places.map(({ id, name }) => (
              <div className={`place place--${id}`} key={id}>
                <p className="place__name">{name}</p>
                <ul className="help-lines">
                  {linesFor(id, resources).map((line) => (
                    <Line key={line.id} line={line} today={today} />
                  ))}
                  {!hasCrisisLine(id, resources) && (
                    <HelpLine
                      name="Crisis line"
                      text="We have not checked a line for this place yet, so none is listed. The number above is open at all hours."
                    />
                  )}
                </ul>
              </div>
            ))}
          </section>

          <section aria-labelledby="hard">
            <h2 id="hard">Hard, but not an emergency</h2>
            <p className="quiet">When it is a lot, and you are safe.</p>
            <ul className="help-lines">
              <HelpLine
                name="Someone you trust"
                text="Often the quickest way to feel less alone. You don’t need to explain it well."
              />
              <HelpLine name="Write to Sergio" text="He reads messages on set days. He is not on call.">
                <ButtonAnchor href="mailto:PsychedelicTherapyMentor@Proton.me">Write a message</ButtonAnchor>
              </HelpLine>
              <HelpLine name="Book a talk afterwards" text="An integration talk, at a time that suits you.">
                <ButtonLink look="plain" href="/book">
                  See free times
                </ButtonLink>
              </HelpLine>
              {hardLinesFor("anywhere", resources).map((line) => (
                <Line key={line.id} line={line} today={today} />
              ))}
            </ul>
            {places
              .map(({ id, name }) => ({ id, name, lines: hardLinesFor(id, resources) }))
              .filter(({ lines }) => lines.length > 0)
              .map(({ id, name, lines }) => (
                <div className={`place place--${id}`} key={id}>
                  <p className="place__name">{name}</p>
                  <ul className="help-lines">
                    {lines.map((line) => (
                      <Line key={line.id} line={line} today={today} />
                    ))}
                  </ul>
                </div>
              ))}
          </section>

          <Notice title="What this page is" className="support__end">
            <p>
              Sergio reads messages on set days. This portal is not watched around the clock and is not an
              emergency service.
            </p>
            <p className="small">If a number doesn’t answer, please try the emergency number.</p>
          </Notice>
        </div>{" "}
      </Main>
    </>
  );
}

function Line({ line, today }: { line: Resource; today: Temporal.PlainDate }) {
  return (
    <HelpLine
      name={line.name}
      text={linesWords(line)}
      checked={line.verifiedOn ? checkedWords(line.verifiedOn, today) : undefined}
    >
      {line.ways.map(({ words, to }) => (
        <ButtonAnchor key={to} href={to}>
          {words}
        </ButtonAnchor>
      ))}
    </HelpLine>
  );
}
