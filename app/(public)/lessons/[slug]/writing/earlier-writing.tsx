import { Button } from "#app/ui/button.tsx";
import { Prose } from "#app/ui/prose.tsx";
import type { ShownBlock } from "#lib/lessons/shown-lesson.ts";
import type { Writing } from "#lib/reflections/in-lessons/queries.ts";
import { AboutWords } from "./about-words.tsx";
import type { LessonOfWriting } from "./writing-block.tsx";

type Props = { lesson: LessonOfWriting & { blocks: ShownBlock[] }; writing: Writing; path: string };

/** What a client wrote in places that the lesson has no more, each under its question as it stood. */
export function EarlierWriting({ lesson, writing, path }: Props) {
  const { earlier, shownEarlier, readers, written } = writing;
  if (earlier.length + shownEarlier.length === 0) return null;
  const isHere = (id: string) => lesson.blocks.some((block) => "id" in block && block.id === id);
  return (
    <section className="lesson__part" id="earlier" aria-labelledby="earlier-name">
      <h2 id="earlier-name">Written before</h2>
      <div className="earlier">
        {earlier.length > 0 && (
          <p className="quiet">The lesson has changed since. What you wrote stays here for you.</p>
        )}
        {earlier.map(({ block, title, html, answers }) => (
          <div className="earlier__one" key={`${block} ${answers[0]?.label}`}>
            <h3>{title}</h3>
            <Prose html={html} className="paragraphs" />
            <AsWritten answers={answers} />
            {written[block]?.shares
              .filter(({ isTakenBack }) => !isTakenBack && !isHere(block))
              .map(({ id, readerId }) => (
                <form key={id} method="post" action={`/api/reflections/shares/${id}/take-back`}>
                  <AboutWords
                    about={{
                      author: writing.author,
                      lessonId: lesson.id,
                      versionId: lesson.versionId,
                      block,
                    }}
                    revision={written[block]?.revision ?? 0}
                    back={path}
                  />
                  <p className="sharing__line">
                    <span>{readers.find((reader) => reader.id === readerId)?.name} can read this.</span>
                    <Button look="quiet">Take it back</Button>
                  </p>
                </form>
              ))}
          </div>
        ))}
        {shownEarlier.map(({ name, block, title, html, answers }) => (
          <div className="earlier__one" key={`${name} ${block} ${answers[0]?.label}`}>
            <h3>{title}</h3>
            <Prose html={html} className="paragraphs" />
            <figure className="wrote">
              <figcaption lang="en">{name} wrote</figcaption>
              <AsWritten answers={answers} />
            </figure>
          </div>
        ))}
      </div>
    </section>
  );
}

function AsWritten({ answers }: Pick<Writing["earlier"][number], "answers">) {
  return answers.map(({ label, words }) => (
    <div key={label ?? ""}>
      {label && <h4>{label}</h4>}
      <p className="as-written">{words}</p>
    </div>
  ));
}
