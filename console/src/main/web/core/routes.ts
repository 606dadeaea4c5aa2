/** Where in the console one is: the part of the address behind `#/`. */

export interface Place {
  readonly page: string;
  readonly rest: readonly string[];
}

export function placeOf(hash: string): Place {
  const parts = hash.replace(/^#\/?/, "").split("/").filter((part) => part !== "").map(decoded);
  const [page = "status", ...rest] = parts;
  return {page, rest};
}

export function linkTo(page: string, ...rest: string[]): string {
  return `#/${[page, ...rest].map(encodeURIComponent).join("/")}`;
}

/** What somebody typed into the address may be no text at all. */
function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
