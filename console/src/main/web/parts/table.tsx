import type {ComponentChildren} from "preact";
import {useId} from "preact/hooks";

export interface Column<T> {
  readonly head: string;
  readonly cell: (row: T) => ComponentChildren;
  readonly number?: boolean;
  /** The cell that names its row. */
  readonly name?: boolean;
}

/** A table that can be scrolled with keys where it is wider than its place. */
export function Table<T>(props: {
  caption: string;
  columns: readonly Column<T>[];
  rows: readonly T[];
  keyOf: (row: T) => string;
  tone?: (row: T) => string;
  hideCaption?: boolean;
}) {
  const id = useId();
  return (
    <div class="scroll" role="region" aria-labelledby={id} tabIndex={0}>
      <table>
        <caption id={id} class={props.hideCaption ? "unseen" : undefined}>
          {props.caption}
        </caption>
        <thead>
          <tr>
            {props.columns.map((column) => (
              <th key={column.head} scope="col" class={column.number ? "number" : undefined}>
                {column.head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {props.rows.map((row) => (
            <tr key={props.keyOf(row)} class={props.tone?.(row)}>
              {props.columns.map((column) =>
                column.name ? (
                  <th key={column.head} scope="row">
                    {column.cell(row)}
                  </th>
                ) : (
                  <td key={column.head} class={column.number ? "number" : undefined}>
                    {column.cell(row)}
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** Rows of which some text contains what was typed. */
export function matching<T>(rows: readonly T[], typed: string, text: (row: T) => string): readonly T[] {
  const wanted = typed.trim().toLowerCase();
  return wanted === "" ? rows : rows.filter((row) => text(row).toLowerCase().includes(wanted));
}

/** What `/` goes to. */
export function Filter({value, onInput, label}: {value: string; onInput: (text: string) => void; label: string}) {
  return (
    <label class="filter">
      <span class="unseen">{label}</span>
      <input
        type="search"
        data-filter
        placeholder={`${label}  /`}
        value={value}
        onInput={(event) => onInput(event.currentTarget.value)}
      />
    </label>
  );
}
