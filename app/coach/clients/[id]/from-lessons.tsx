import { Prose } from "#app/ui/prose.tsx";
import { dateOf, Instant } from "#app/ui/when.tsx";
import type { ShownToCoach } from "#lib/reflections/in-lessons/shown-to-coach.ts";

type Props = { name: string; shown: ShownToCoach[]; zone: string; now: number };

/** What a client shows their coach of what they wrote in lessons, newest first. */
export function FromLessons({ name, shown, zone, now }: Props) {
  return (
    <section className="from-lessons" aria-labelledby="from-lessons">
      <h2 id="from-lessons">From lessons</h2>
      <p className="quiet measure">
        {shown.length === 0
          ? `${name} has not shared anything from a lesson with you. What people write there is theirs alone until they do.`
          : `What ${name} shares with you, as it stood on that day. It goes from here when they take it back.`}
      </p>
      <ol>
        {shown.map(({ id, lesson, title, html, answers, sharedAt }) => (
          <li key={id} className="from-lessons__one">
            <p className="small quiet">
              {lesson}. Shared on <Instant at={sharedAt}>{dateOf(sharedAt, zone, now)}</Instant>
            </p>
            <h3>{title}</h3>
            <Prose html={html} className="from-lessons__question" />
            {answers.map(({ label, words }) => (
              <div key={label ?? ""}>
                {label && <h4>{label}</h4>}
                <p className="as-written">{words}</p>
              </div>
            ))}
          </li>
        ))}
      </ol>
    </section>
  );
}
