import type { Metadata } from "next";
import { Main, PageHead } from "#app/ui/main.tsx";

export const metadata: Metadata = { title: "Confidentiality" };

export default function Confidentiality() {
  return (
    <Main className="letter">
      <PageHead
        title="Confidentiality"
        lead="What you say and write stays between you and Sergio. There are a few limits, and you should know them before you begin."
      />
      <section>
        <h2>The limits</h2>
        <ul className="plain-list">
          <li>A serious and near risk to someone’s life.</li>
          <li>
            A child, or an adult who depends on others, is harmed or neglected, and the law asks for a report.
          </li>
          <li>A court orders it.</li>
          <li>You ask him in writing to speak with someone.</li>
          <li>He asks a colleague for advice, with names left out.</li>
        </ul>
        <p>
          Coaching has no legal privilege, as talks with a lawyer can have. A court can ask for what was said.
        </p>
      </section>
      <section>
        <h2>What Sergio is, and is not</h2>
        <p>
          Sergio is a coach, not a therapist or a doctor. He supports and reflects. He does not diagnose or
          treat. If something else would help you more, he says so.
        </p>
      </section>
      <section>
        <h2>If you come as two</h2>
        <p>
          Each of you signs in alone. What you write stays between you and Sergio. He won’t bring it up with
          your partner unless you say so. If keeping something private would make joint work dishonest or
          unsafe, he will talk with you alone first about what to do.
        </p>
        <p>Your partner can’t see your own bookings, and not even that there are any.</p>
      </section>
      <section>
        <h2>Notes and recordings</h2>
        <p>
          Sergio keeps private notes after a talk. You may ask for a copy of your record. Nothing is recorded,
          and no machine listens in or writes along.
        </p>
      </section>
    </Main>
  );
}
