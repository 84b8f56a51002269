// An act whose answer never came may have been done. The same act asked again carries the same key, so that it is done once.
interface Asked {
  method?: string | undefined;
  url?: string | undefined;
  data?: unknown;
}

/** The act as text; none where its content cannot be compared (files). */
function nameOf({ method, url, data }: Asked): string | null {
  if (data !== undefined && typeof data !== 'string' && (typeof data !== 'object' || data instanceof FormData || data instanceof Blob)) return null;
  return [method?.toLowerCase(), url, typeof data === 'string' ? data : JSON.stringify(data ?? null)].join(' ');
}

export class UnsettledActs {
  private readonly keys = new Map<string, string>();

  /** The key for an act: that of its unanswered try, else a new one. */
  keyOf(act: Asked, fresh: () => string): string {
    const name = nameOf(act);
    return (name !== null && this.keys.get(name)) || fresh();
  }
  clear(): void {
    this.keys.clear();
  }
  /** An act was answered for good, or was not: then its key is kept. */
  settle(act: Asked, key: string | undefined, answered: boolean): void {
    const name = nameOf(act);
    if (name === null) return;
    if (answered || !key) this.keys.delete(name);
    else this.keys.set(name, key);
  }
}
