import type { ReactNode } from "react";

type Column<Key extends string> = { key: Key; name: string; unseen?: boolean };
type TableRow<Key extends string> = { key: string; cells: Record<Key, ReactNode> };

// On a phone the table is shown as short lists. Written-out roles keep it a table to a screen reader.
const as = (role: string) => ({ role });

/** The first column names the row. On a phone each other cell is named by its column. */
export function LabelledTable<Key extends string>({
  columns,
  rows,
}: {
  columns: readonly Column<Key>[];
  rows: readonly TableRow<Key>[];
}) {
  const [first, ...others] = columns;
  if (!first) return null;
  return (
    <table className="table table--dense table--stack table--labels" {...as("table")}>
      <thead {...as("rowgroup")}>
        <tr {...as("row")}>
          {columns.map(({ key, name, unseen }) => (
            <th key={key} scope="col" {...as("columnheader")}>
              {unseen ? <span className="unseen">{name}</span> : name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody {...as("rowgroup")}>
        {rows.map(({ key, cells }) => (
          <tr key={key} {...as("row")}>
            <th scope="row" {...as("rowheader")}>
              {cells[first.key]}
            </th>
            {others.map((column) => (
              <td key={column.key} data-label={column.unseen ? undefined : column.name} {...as("cell")}>
                {cells[column.key]}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
