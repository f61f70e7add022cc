import { Facts } from "#app/ui/facts.tsx";
import { Notice } from "#app/ui/notice.tsx";
import type { HealthLine } from "#lib/practice/health/line.ts";
import { TestMail } from "./test-mail.tsx";

/** What should be seen to, each with what to do; what is well stands beneath, quietly. */
export function Health({ lines, zone }: { lines: HealthLine[]; zone: string }) {
  const toSee = lines.filter(({ state }) => state !== "well");
  const isUnwell = lines.some(({ state }) => state === "unwell");
  return (
    <section aria-labelledby="health" className="measure">
      <h2 id="health">How the portal is</h2>
      {!isUnwell && <p className="mb-4">{toSee.length === 0 ? "All is well." : "It works as it should."}</p>}
      <div className="stack">
        {toSee.map(({ name, state, said, todo }) => (
          <Notice key={name} kind={state === "unwell" ? "mind" : "know"} level={3} title={name}>
            <p>
              {said} {todo}
            </p>
          </Notice>
        ))}
      </div>
      <div className="quiet small mt-4 mb-4">
        <Facts
          tight
          facts={lines.filter(({ state }) => state === "well").map(({ name, said }) => [name, said] as const)}
        />
      </div>
      <TestMail zone={zone} />
    </section>
  );
}
