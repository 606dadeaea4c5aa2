/** What differs between two texts, line by line. */

export interface DiffLine {
  readonly kind: "same" | "added" | "removed";
  readonly text: string;
  readonly before?: number;
  readonly after?: number;
}

/** The fewest lines removed and added, by the longest common subsequence; texts of a few thousand lines at most. */
export function diff(before: string, after: string): DiffLine[] {
  const one = linesOf(before);
  const two = linesOf(after);
  const width = two.length + 1;
  const lengths = new Uint32Array((one.length + 1) * width);
  for (let i = one.length - 1; i >= 0; i--) {
    for (let j = two.length - 1; j >= 0; j--) {
      lengths[i * width + j] =
        one[i] === two[j]
          ? (lengths[(i + 1) * width + j + 1] ?? 0) + 1
          : Math.max(lengths[(i + 1) * width + j] ?? 0, lengths[i * width + j + 1] ?? 0);
    }
  }
  const result: DiffLine[] = [];
  let i = 0;
  let j = 0;
  while (i < one.length || j < two.length) {
    const left = one[i];
    const right = two[j];
    if (left !== undefined && left === right) {
      result.push({kind: "same", text: left, before: ++i, after: ++j});
    } else if (
      left !== undefined &&
      (right === undefined || (lengths[(i + 1) * width + j] ?? 0) >= (lengths[i * width + j + 1] ?? 0))
    ) {
      result.push({kind: "removed", text: left, before: ++i});
    } else {
      result.push({kind: "added", text: right ?? "", after: ++j});
    }
  }
  return result;
}

function linesOf(text: string): string[] {
  const lines = text.split("\n");
  return lines[lines.length - 1] === "" ? lines.slice(0, -1) : lines;
}
