/**
 * What the host asks of a disk, and nothing more. Three implementations stand behind it: the real disk, memory,
 * and a simulated disk that loses whatever was not synced when its power is cut.
 *
 * Paths are relative to the data folder, with `/` between parts. A promise that is rejected means that the
 * operation may or may not have happened: callers never retry a failed sync.
 */
export type Storage = {
  /** The whole content, or null when there is no such file. */
  read(path: string): Promise<Uint8Array | null>
  /** Names (not paths) of the files in a folder, sorted; empty when the folder does not exist. */
  list(dir: string): Promise<readonly string[]>
  /** Makes the folder and its missing parents, durably. */
  makeDir(dir: string): Promise<void>
  /** Opens a file for appending, creating it when missing. Its name is durable only after `syncDir` of its folder. */
  openLog(path: string): Promise<LogFile>
  /** Creates or replaces a file's content. Durable only after `syncFile`, its name only after `syncDir`. */
  write(path: string, bytes: Uint8Array): Promise<void>
  syncFile(path: string): Promise<void>
  /** Replaces `to` in one step. Durable only after `syncDir`. Both paths lie in the same folder. */
  rename(from: string, to: string): Promise<void>
  /** Removes a file; no error when it is not there. Durable only after `syncDir`. */
  remove(path: string): Promise<void>
  syncDir(dir: string): Promise<void>
  /** Takes the data folder for this process alone, or says who has it. */
  lock(): Promise<LockResult>
}

/** An append-only file. One writer at a time: callers await each call before the next. */
export type LogFile = {
  /** Bytes in the file, counting every append so far. */
  size(): number
  /** Writes all bytes at the end. Durable only after `sync`. */
  append(bytes: Uint8Array): Promise<void>
  /** fdatasync: content and length are on disk when it resolves. */
  sync(): Promise<void>
  /** Cuts the file to `size` bytes, durably. */
  truncate(size: number): Promise<void>
  close(): Promise<void>
}

export type LockResult =
  | { readonly ok: true; readonly release: () => Promise<void> }
  | { readonly ok: false; readonly holder: string }
