import type { ReactNode } from "react";
import { TextArea } from "#app/ui/field.tsx";
import type { Field } from "#lib/notes/fields.ts";

type SheetFieldsProps = {
  /** Of the sheet, so that no two fields of a page have one name. */
  id: string;
  fields: readonly Field[];
  answers: Record<string, string>;
  /** Beneath a field. */
  below?: (field: Field) => ReactNode;
};

export function SheetFields({ id, fields, answers, below }: SheetFieldsProps) {
  return fields.map((field) => (
    <div className="sheet__field" key={field.key}>
      <TextArea
        id={`${id}-${field.key}`}
        name={`answer.${field.key}`}
        label={field.label}
        rows={3}
        maxLength={10_000}
        defaultValue={answers[field.key]}
      />
      {below?.(field)}
    </div>
  ));
}
