/** One positioned write of the system: it may take fewer bytes than it was given. */
type WriteSome = (bytes: Uint8Array, position: number) => Promise<{ readonly bytesWritten: number }>

/** Writes until every byte is written. Rejects with the system's error, or when the system takes nothing more. */
export async function writeAll(write: WriteSome, bytes: Uint8Array, position: number): Promise<void> {
  let done = 0
  while (done < bytes.length) {
    const { bytesWritten } = await write(bytes.subarray(done), position + done)
    if (bytesWritten <= 0) throw new Error(`the disk took ${done} of ${bytes.length} bytes`)
    done += bytesWritten
  }
}
