import { writeFile } from 'node:fs/promises'
import { cpus } from 'node:os'
import { parseArgs } from 'node:util'
import { commandCost } from './command-cost.ts'
import { fanOut } from './fan-out.ts'
import { floorBurst } from './floor-burst.ts'
import { notes } from './notes.ts'
import { peopleSearch } from './people-search.ts'
import type { Row } from './row.ts'
import { voteBurst } from './vote-burst.ts'

const { values } = parseArgs({ options: { json: { type: 'string' } } })
const rows: Row[] = []
for (const bench of [voteBurst, fanOut, floorBurst, commandCost, notes, peopleSearch]) rows.push(...(await bench()))

const table = [
  ['ratio', 'bound', 'what', 'ours', 'peer', 'rounds'],
  ...rows.map(({ bound, name, ours, peer, ratio, rounds }) => [
    `${ratio.toFixed(2)}×${ratio <= bound ? '' : ' over'}`,
    `${Number(bound.toFixed(2))}×`,
    name,
    ours,
    peer,
    String(rounds),
  ]),
]
const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`
const [head = [], ...body] = table
console.log([line(head), line(head.map(() => '---')), ...body.map(line)].join('\n'))
if (values.json !== undefined) {
  const machine = { node: process.version, cpus: cpus().length }
  await writeFile(values.json, `${JSON.stringify({ machine, rows }, null, 2)}\n`)
}
process.exit(0)
