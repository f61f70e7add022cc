import type { Route } from "next";
import Link from "next/link";
import { aboutWords } from "#app/coach/reflections/about-words.ts";
import { Badge } from "#app/ui/badge.tsx";
import { Actions, ButtonLink } from "#app/ui/button.tsx";
import { dateOf, Instant } from "#app/ui/when.tsx";
import type { FromClient } from "#lib/reflections/for-coach/queries.ts";

type WhatCameProps = {
  client: { id: string; name: string };
  items: FromClient[];
  page: number;
  hasMore: boolean;
  zone: string;
  now: number;
};

/** What a client shares with their coach beside lessons, and what nobody answered; never what it says. */
export function WhatCame({ client: { id, name }, items, page, hasMore, zone, now }: WhatCameProps) {
  return (
    <section className="what-came" aria-labelledby="what-came">
      <h2 id="what-came">What {name} shared</h2>
      <p className="quiet measure">
        {items.length === 0
          ? `${name} has not shared anything here yet. What people write is theirs alone until they do.`
          : `Newest first. ${name} sees what you opened. “No reply” means only that.`}
      </p>
      <ol className="waits">
        {items.map((item) => (
          <li key={item.id ?? `${item.kind} ${item.day} ${item.session?.id}`}>
            <h3>
              {item.id ? (
                <Link href={`/coach/reflections/${item.id}` as Route} prefetch={false}>
                  {aboutWords(item, zone, now)}
                </Link>
              ) : (
                aboutWords(item, zone, now)
              )}
            </h3>
            <p className="small quiet">
              {item.id ? (
                <>
                  Came on <Instant at={item.at}>{dateOf(item.at, zone, now)}</Instant>.{" "}
                  <Badge kind={item.openedAt === null ? "asked" : "done"}>
                    {item.openedAt === null ? "Not opened" : "Opened"}
                  </Badge>
                </>
              ) : (
                "No reply"
              )}
            </p>
          </li>
        ))}
      </ol>
      {(page > 1 || hasMore) && (
        <Actions>
          {page > 1 && (
            <ButtonLink look="quiet" href={`/coach/clients/${id}?page=${page - 1}#what-came` as Route}>
              Newer
            </ButtonLink>
          )}
          {hasMore && (
            <ButtonLink look="quiet" href={`/coach/clients/${id}?page=${page + 1}#what-came` as Route}>
              Earlier
            </ButtonLink>
          )}
        </Actions>
      )}
    </section>
  );
}
