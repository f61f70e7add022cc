import { Actions, ButtonAnchor, ButtonLink } from "#app/ui/button.tsx";
import { Facts } from "#app/ui/facts.tsx";
import { Glyph, Lines } from "#app/ui/lines.tsx";
import { Main } from "#app/ui/main.tsx";
import { Steps } from "#app/ui/steps.tsx";
import { otherCompany, sergio, steps, threeKinds } from "./home-words.ts";

export default function Home() {
  return (
    <Main full className="home">
      <section className="hero" aria-labelledby="top">
        <Lines drawing="wide" className="hero__lines hero__lines--wide" />
        <div className="wrap">
          <div className="hero__words">
            <h1 id="top">Steady company, before, during and after.</h1>
            <p className="lead">
              Sergio is a coach in psychedelic work. For more than thirty years he has helped people prepare,
              guided them, and stayed for what comes next.
            </p>
            <Actions>
              <ButtonLink href="/book">Book a first conversation</ButtonLink>
              <ButtonAnchor look="quiet" href="#first">
                How it begins
              </ButtonAnchor>
            </Actions>
            <p className="hero__note">A short talk. Nobody commits to anything.</p>
          </div>
        </div>
        <Lines drawing="narrow" className="hero__lines hero__lines--narrow" />
      </section>

      <section className="wrap part part--split" aria-labelledby="work">
        <div className="part__head">
          <h2 id="work">Three kinds of work</h2>
          <p>You can come for one of them or for all three. You set the pace.</p>
        </div>
        <ol className="chapters">
          {threeKinds.map(({ name, glyph, text, more }) => (
            <li key={name}>
              <Glyph name={glyph} />
              <div>
                <h3>{name}</h3>
                <p>{text}</p>
                <p className="quiet">{more}</p>
              </div>
            </li>
          ))}
        </ol>
      </section>

      <section className="wrap part" aria-labelledby="leaf">
        <div className="leaf">
          <Lines drawing="band" className="lines--band" />
          <div>
            <p className="small quiet">From a lesson for couples</p>
            <h2 id="leaf">When One Reaches and One Steps Back</h2>
            <p className="mt-4">A loop has no starter. This is how one can look from outside.</p>
            <ButtonLink className="mt-4" look="plain" href="/lessons/when-one-reaches">
              Read the lesson
            </ButtonLink>
          </div>
          <blockquote>
            <p>
              After a dinner with friends, Dana asks in the car what Theo thought of the evening. “Fine.” She
              asks again. He turns the radio up a little.
            </p>
            <p>
              By the garage she is sure he is bored of her. He is sure he has said something wrong and that
              any answer will make it worse.
            </p>
          </blockquote>
        </div>
      </section>

      <section className="wrap part part--split" aria-labelledby="sergio">
        <div className="part__head">
          <h2 id="sergio">Who Sergio is</h2>
          <p>He works with individuals and couples, and mentors professionals in mental health.</p>
        </div>
        <Facts facts={sergio} />
      </section>

      <section className="wrap part part--split" aria-labelledby="others">
        <div className="part__head">
          <h2 id="others">Also, in other company</h2>
        </div>
        <ul className="chapters">
          {otherCompany.map(({ name, glyph, text }) => (
            <li key={name}>
              <Glyph name={glyph} />
              <div>
                <h3>{name}</h3>
                <p>{text}</p>
              </div>
            </li>
          ))}
        </ul>
      </section>

      <section className="wrap part" aria-labelledby="first">
        <div className="part__head">
          <h2 id="first">How it begins</h2>
        </div>
        <Steps across steps={steps} />
        <Actions className="mt-6">
          <ButtonLink look="plain" href="/book">
            See free times
          </ButtonLink>
        </Actions>
      </section>
    </Main>
  );
}
