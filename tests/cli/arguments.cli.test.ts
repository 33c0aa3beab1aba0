import { resolve } from 'node:path'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { folderName, readArguments, wholeNumber } from '../../main/cli/arguments.ts'

const usage = 'usage: npm run something'

class Exit extends Error {}

const argv = process.argv
let printed: string[]
beforeEach(() => {
  printed = []
  vi.spyOn(console, 'error').mockImplementation((text) => void printed.push(String(text)))
  vi.spyOn(process, 'exit').mockImplementation((code) => {
    throw new Exit(`exit ${code}`)
  })
})
afterEach(() => {
  process.argv = argv
  vi.restoreAllMocks()
})

/** Ends with 2 after saying what is wrong and how the command is used. */
function expectUsage(act: () => unknown): void {
  printed = []
  expect(act).toThrow('exit 2')
  expect(printed).toHaveLength(2)
  expect(printed[0]).not.toBe('')
  expect(printed[1]).toBe(usage)
}

describe('the options of a command', () => {
  const read = (words: readonly string[], takesFiles = false) => {
    process.argv = ['node', 'command', ...words]
    return readArguments({ port: { type: 'string' }, 'move-port': { type: 'boolean' } }, { usage, takesFiles })
  }

  test('are read by name, in either form', () => {
    expect(read(['--port', '1', '--move-port']).values).toMatchObject({ port: '1', 'move-port': true })
    expect(read(['--port=2']).values).toMatchObject({ port: '2' })
  })

  test('that are unknown, lack their value or have one too many are mistakes', () => {
    for (const words of [['--fast'], ['--port'], ['--port', '--move-port'], ['--move-port=yes'], ['-p', '1']]) {
      expectUsage(() => read(words))
    }
  })

  test('do not come with words of their own, unless the command takes files', () => {
    expectUsage(() => read(['40']))
    expect(read(['a.jsonl', 'b.jsonl'], true).positionals).toEqual(['a.jsonl', 'b.jsonl'])
  })
})

describe('a whole number', () => {
  const read = (text: string) => wholeNumber(text, { name: 'port', min: 0, max: 65_534, usage })

  test('is taken from its first to its last', () => {
    expect(['0', '1', '50808', '65534'].map(read)).toEqual([0, 1, 50_808, 65_534])
  })

  test('beyond its bounds, or written in any other way, is a mistake', () => {
    const others = [
      '',
      ' ',
      'x',
      '65535',
      '70000',
      '-1',
      '+1',
      '1.5',
      '1e3',
      '0x10',
      ' 1',
      '1 ',
      '１',
      '九',
      '9'.repeat(400),
    ]
    for (const text of others) expectUsage(() => read(text))
  })
})

describe('a folder', () => {
  test('is taken from where one stands', () => {
    expect(folderName('some/folder', { name: 'data', usage })).toBe(resolve('some/folder'))
  })

  test('without a name is a mistake, not the folder where one stands', () => {
    expectUsage(() => folderName(undefined, { name: 'data', usage }))
    expectUsage(() => folderName('', { name: 'data', usage }))
  })
})
