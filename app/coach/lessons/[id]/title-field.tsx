import { TextField } from "#app/ui/field.tsx";

type TitleProps = { id: string; title: string | undefined; onTitle: (title: string) => void };

/** A heading of its own, in place of the usual one. */
export function TitleField({ id, title, onTitle }: TitleProps) {
  return (
    <TextField
      name={`${id}-title`}
      label="Heading"
      optional
      wide
      maxLength={120}
      value={title ?? ""}
      onChange={(event) => onTitle(event.target.value)}
    />
  );
}
