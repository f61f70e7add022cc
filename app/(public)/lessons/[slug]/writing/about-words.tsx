type Props = { about: Record<string, string>; revision: number; back: string };

/** What a form tells of the words in it, where it goes without scripts. */
export function AboutWords({ about, revision, back }: Props) {
  return Object.entries({ ...about, revision, back }).map(([name, value]) => (
    <input key={name} type="hidden" name={name} value={value} />
  ));
}
