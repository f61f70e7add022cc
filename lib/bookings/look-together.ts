type Look = { running: Promise<number[]>; next?: Promise<number[]> };

const looks = new Map<string, Look>();

/**
 * One look for all who ask for the same at once, in this process. What anybody gets was begun after they asked, so it
 * knows what had happened by then: who comes while a look is running shares the next one.
 */
export function lookTogether(key: string, look: () => Promise<number[]>): Promise<number[]> {
  const current = looks.get(key);
  if (!current) return begin(key, look);
  current.next ??= current.running.then(ignore, ignore).then(() => begin(key, look));
  return current.next;
}

function begin(key: string, look: () => Promise<number[]>): Promise<number[]> {
  const running = look();
  const current: Look = { running };
  looks.set(key, current);
  const forget = () => {
    if (!current.next) looks.delete(key);
  };
  running.then(forget, forget);
  return running;
}

const ignore = () => {};
