import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import type { Reader } from './sql/text.ts'
import type { WriteScope } from './types.ts'

/** The record that personal data belong to: what is sealed for it can be read as long as its key is there. */
export interface Keeper {
  readonly resource: string
  readonly id: number
}

const algorithm = 'aes-256-gcm'
const nonceBytes = 12
const tagBytes = 16

/**
 * Encrypts a text with the key of a record, which is made when it has none yet.
 * @param master 32 bytes that wrap the keys of all records
 */
export async function seal(scope: WriteScope, master: Uint8Array, keeper: Keeper, text: string): Promise<string> {
  const key = (await keyOf(scope, master, keeper)) ?? (await makeKey(scope, master, keeper))
  return encrypt(key, Buffer.from(text), contextOf(keeper)).toString('base64url')
}

/** Opens what `seal` made; undefined where the key has been destroyed, or belongs to another installation. */
export function opener(
  reader: Reader,
  master: Uint8Array,
): (keeper: Keeper, sealed: string) => Promise<string | undefined> {
  const keys = new Map<string, Promise<Buffer | undefined>>()
  return async (keeper, sealed) => {
    const place = contextOf(keeper).toString()
    const pending = keys.get(place) ?? keyOf(reader, master, keeper)
    keys.set(place, pending)
    const key = await pending
    return key && decrypt(key, Buffer.from(sealed, 'base64url'), contextOf(keeper))?.toString()
  }
}

/** Destroys the key of a record: whatever was sealed for it, here and in every copy of the database made later, says nothing any more. */
export async function destroyKey(scope: WriteScope, { resource, id }: Keeper): Promise<void> {
  await scope.run('DELETE FROM record_keys WHERE resource = $1 AND record_id = $2', [resource, id])
}

async function keyOf(reader: Reader, master: Uint8Array, keeper: Keeper): Promise<Buffer | undefined> {
  const [row] = await reader.read<{ wrapped: string }>(
    'SELECT wrapped FROM record_keys WHERE resource = $1 AND record_id = $2',
    [keeper.resource, keeper.id],
  )
  return row && decrypt(master, Buffer.from(row.wrapped, 'base64url'), contextOf(keeper))
}

/** On PostgreSQL two transactions may make the key of one record at a time: the one that comes second takes the first one's. */
async function makeKey(scope: WriteScope, master: Uint8Array, keeper: Keeper): Promise<Buffer> {
  const wrapped = encrypt(master, randomBytes(32), contextOf(keeper)).toString('base64url')
  await scope.run('INSERT INTO record_keys (resource, record_id, wrapped) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING', [
    keeper.resource,
    keeper.id,
    wrapped,
  ])
  const key = await keyOf(scope, master, keeper)
  if (!key) throw new Error('The keys of this database were made with another FICHA_SECRET.')
  return key
}

/** Nonce, tag and text. The context makes a text that was put to another record unreadable there. */
function encrypt(key: Uint8Array, plain: Buffer, context: Buffer): Buffer {
  const nonce = randomBytes(nonceBytes)
  const cipher = createCipheriv(algorithm, key, nonce).setAAD(context)
  const text = Buffer.concat([cipher.update(plain), cipher.final()])
  return Buffer.concat([nonce, cipher.getAuthTag(), text])
}

function decrypt(key: Uint8Array, sealed: Buffer, context: Buffer): Buffer | undefined {
  try {
    const decipher = createDecipheriv(algorithm, key, sealed.subarray(0, nonceBytes), { authTagLength: tagBytes })
    decipher.setAAD(context).setAuthTag(sealed.subarray(nonceBytes, nonceBytes + tagBytes))
    return Buffer.concat([decipher.update(sealed.subarray(nonceBytes + tagBytes)), decipher.final()])
  } catch {
    return undefined
  }
}

function contextOf({ resource, id }: Keeper): Buffer {
  return Buffer.from(`${resource}/${id}`)
}
