import Link from "next/link";
import { Button } from "#app/ui/button.tsx";
import type { BookedSession } from "./time-off-list.tsx";
import { daysWords, insideWords, meet, type TimeOff } from "./time-off-words.ts";

export function TimeOffRow({
  off,
  sessions,
  today,
  onChange,
  onRemove,
}: {
  off: TimeOff;
  sessions: BookedSession[];
  today: string;
  onChange: () => void;
  onRemove: () => void;
}) {
  const words = daysWords(off, today);
  const inside = sessions.filter((session) => meet(session, off));
  return (
    <li>
      <div>
        <strong>{words}</strong>
        <span className="quiet small">
          Nothing can be booked.{" "}
          {inside.length > 0 && (
            <>
              {insideWords(inside.length)}{" "}
              {inside.map(({ id, words }, index) => (
                <span key={id}>
                  <Link href={`/coach/sessions/${id}`} prefetch={false}>
                    {words}
                  </Link>
                  {index < inside.length - 1 && "; "}
                </span>
              ))}
            </>
          )}
        </span>
      </div>
      <div className="actions">
        <Button type="button" look="quiet" onClick={onChange}>
          Change<span className="unseen"> {words}</span>
        </Button>
        <Button type="button" look="quiet" onClick={onRemove}>
          Remove<span className="unseen"> {words}</span>
        </Button>
      </div>
    </li>
  );
}
