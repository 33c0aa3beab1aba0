import type { Format } from '../../../shared/formats/format.ts'
import { useHall } from '../../connection/hall-context.tsx'
import { saveFile } from '../../platform.ts'
import { useNotices } from '../desk-context.tsx'
import { fileName, jsonBytes } from '../library/json-file.ts'

/** What can be done with a format; each act says so when it is done, or why it was refused. */
export function useFormatCommands() {
  const client = useHall()
  const { refused, say } = useNotices()
  return {
    /** Null when it was refused. */
    save: async (one: Format, done: string): Promise<Format | null> => {
      const { ok } = await refused(client.send('library', null, 'saveFormat', one))
      if (ok) say(done)
      return ok ? one : null
    },
    remove: async ({ formatId }: Format, done: string): Promise<boolean> => {
      const { ok } = await refused(client.send('library', null, 'deleteFormat', { formatId }))
      if (ok) say(done)
      return ok
    },
    exportFile: async (one: Format): Promise<void> => {
      const name = fileName(`会议形式-${one.name}`)
      if (await saveFile(name, jsonBytes(one))) say(`已导出：${name}`)
    },
  }
}
