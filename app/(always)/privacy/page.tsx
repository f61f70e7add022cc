import type { Metadata } from "next";
import { Main, PageHead } from "#app/ui/main.tsx";

export const metadata: Metadata = { title: "Privacy" };

export default function Privacy() {
  return (
    <Main className="letter">
      <PageHead
        title="Privacy"
        lead="This portal keeps what it needs to arrange your time with Sergio, and as little else as it can."
      />
      <section>
        <h2>What is kept</h2>
        <p>
          The name you like to be called, your email address, your time zone, your bookings, and what you
          choose to write. What you write is stored in a sealed form, so that the database alone can’t show
          it.
        </p>
      </section>
      <section>
        <h2>What is never asked</h2>
        <p>
          Your date of birth, your home address, your employer, photos, where you are, or the names and
          amounts of any substance.
        </p>
      </section>
      <section>
        <h2>Who can see it</h2>
        <p>
          You, and Sergio. Other clients can’t, and neither can a partner unless you share something yourself.
          Mail from here keeps its subject and its words plain, in case someone else sees your screen.
        </p>
      </section>
      <section>
        <h2>What is not here</h2>
        <p>
          No advertising, no visitor counting, no recording of your clicks, nothing loaded from other sites.
          Cookies only keep you signed in. Support now can be opened by anyone, and opening it is not
          recorded.
        </p>
      </section>
      <section>
        <h2>Your choice</h2>
        <p>
          You can ask to see what is kept about you, to have it corrected, or to have it deleted. Write to
          Sergio at <a href="mailto:PsychedelicTherapyMentor@Proton.me">PsychedelicTherapyMentor@Proton.me</a>
          . If something must stay for a while, he tells you what and why.
        </p>
      </section>
    </Main>
  );
}
