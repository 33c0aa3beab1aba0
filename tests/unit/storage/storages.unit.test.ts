import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { diskStorage } from '../../../main/host/storage/disk-storage.ts'
import { memoryStorage } from '../../../main/host/storage/memory-storage.ts'
import { simulatedDisk } from '../../../main/host/storage/simulated-disk.ts'
import { seededRandom } from '../../fixtures/seeded-random.ts'
import { storageAcceptance } from './storage-acceptance.ts'

storageAcceptance('the real disk', async () => {
  const root = await mkdtemp(join(tmpdir(), 'yishiting-storage-'))
  return { storage: diskStorage(join(root, 'data')), dispose: () => rm(root, { recursive: true }) }
})
storageAcceptance('memory', async () => ({ storage: memoryStorage(), dispose: async () => {} }))
storageAcceptance('the simulated disk', async () => ({
  storage: simulatedDisk({ random: seededRandom(7) }),
  dispose: async () => {},
}))
