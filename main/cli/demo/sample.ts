import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import * as z from 'zod/mini'
import { seatKind } from '../../../shared/council/seat.ts'
import { rule } from '../../../shared/rules/rule.ts'

const stance = z.enum(['for', 'against', 'addition', 'question'])

const sample = z.object({
  council: z.object({ name: z.string(), code: z.string(), level: z.string() }),
  meeting: z.object({ title: z.string(), format: z.string(), place: z.string(), speakingSeconds: z.int() }),
  rule,
  items: z.array(
    z.object({
      title: z.string(),
      motion: z.nullable(z.string()),
      speeches: z.array(stance),
      /** What people jot down together while the item is discussed. */
      notes: z.array(z.string()),
      points: z.array(z.object({ kind: z.string(), text: z.string() })),
      vote: z.nullable(z.enum(['passes', 'fails'])),
      worksheet: z.nullable(z.object({ unit: z.string(), dueInDays: z.int() })),
    }),
  ),
  seats: z.array(z.object({ name: z.string(), kind: seatKind, voting: z.boolean() })),
})

export type Sample = z.infer<typeof sample>
export type SampleItem = Sample['items'][number]

/** The sample council that ships with the program: names and people are plainly fictitious. */
export async function readSample(): Promise<Sample> {
  const file = fileURLToPath(new URL('../../../resources/sample/council.json', import.meta.url))
  return sample.parse(JSON.parse(await readFile(file, 'utf8')))
}
