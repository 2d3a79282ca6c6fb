/* Digests of words: 96 bits of SHA-256 (FIPS 180-4), as in `captures/digests.py`.
 *
 * It is a function of its own because the browser's `crypto.subtle` is missing on plain http, answers later, and takes
 * some hundred times as long for texts as short as these. A test holds it equal with Python's hashlib.
 */

export const WINDOW = 5; // words in one digest, and the fewest of a quote
const FORMAT = "claimgraph capture 2";

const K = new Uint32Array(64);
const START = new Uint32Array(8);

/* The constants are the first 32 bits of the fractions of the cube and square roots of the first primes. */
for (let number = 2, found = 0; found < 64; number += 1) {
  let isPrime = true;
  for (let by = 2; by * by <= number; by += 1) if (number % by === 0) isPrime = false;
  if (!isPrime) continue;
  K[found] = fraction(number, 3n);
  if (found < 8) START[found] = fraction(number, 2n);
  found += 1;
}

/** Return the first 32 bits of the fraction of a root, exactly. */
function fraction(number, degree) {
  const wanted = BigInt(number) << (32n * degree);
  let low = 0n;
  let high = 1n << 40n;
  while (high - low > 1n) {
    const middle = (low + high) >> 1n;
    if (middle ** degree <= wanted) low = middle;
    else high = middle;
  }
  return Number(low & 0xffffffffn);
}

const SCHEDULE = new Uint32Array(64);

function compress(state, bytes, at) {
  const w = SCHEDULE;
  for (let t = 0; t < 16; t += 1) {
    const from = at + 4 * t;
    w[t] = (bytes[from] << 24) | (bytes[from + 1] << 16) | (bytes[from + 2] << 8) | bytes[from + 3];
  }
  for (let t = 16; t < 64; t += 1) {
    const x = w[t - 15];
    const y = w[t - 2];
    const s0 = ((x >>> 7) | (x << 25)) ^ ((x >>> 18) | (x << 14)) ^ (x >>> 3);
    const s1 = ((y >>> 17) | (y << 15)) ^ ((y >>> 19) | (y << 13)) ^ (y >>> 10);
    w[t] = w[t - 16] + s0 + w[t - 7] + s1;
  }
  let [a, b, c, d, e, f, g, h] = state;
  for (let t = 0; t < 64; t += 1) {
    const s1 = ((e >>> 6) | (e << 26)) ^ ((e >>> 11) | (e << 21)) ^ ((e >>> 25) | (e << 7));
    const first = (h + s1 + ((e & f) ^ (~e & g)) + K[t] + w[t]) | 0;
    const s0 = ((a >>> 2) | (a << 30)) ^ ((a >>> 13) | (a << 19)) ^ ((a >>> 22) | (a << 10));
    const second = (s0 + ((a & b) ^ (a & c) ^ (b & c))) | 0;
    h = g;
    g = f;
    f = e;
    e = (d + first) | 0;
    d = c;
    c = b;
    b = a;
    a = (first + second) | 0;
  }
  const added = [a, b, c, d, e, f, g, h];
  for (let at = 0; at < 8; at += 1) state[at] += added[at];
}

/** Return the 32 bytes of the SHA-256 of some bytes. */
export function sha256(bytes) {
  const padded = new Uint8Array((((bytes.length + 8) >> 6) + 1) << 6);
  padded.set(bytes);
  padded[bytes.length] = 0x80;
  new DataView(padded.buffer).setUint32(padded.length - 4, bytes.length << 3);
  const state = Uint32Array.from(START);
  for (let at = 0; at < padded.length; at += 64) compress(state, padded, at);
  const made = new DataView(new ArrayBuffer(32));
  state.forEach((word, at) => made.setUint32(4 * at, word));
  return new Uint8Array(made.buffer);
}

const ENCODER = new TextEncoder();

/** Computes the digests of one source's texts, each as 16 characters of Base64. */
export class Digester {
  constructor(source) {
    this.begun = `${FORMAT}\0${source}\0`;
  }

  of(text) {
    return btoa(String.fromCharCode(...sha256(ENCODER.encode(this.begun + text)).subarray(0, 12)));
  }

  /** Return the digest of each five consecutive words with the gaps inside, in order. */
  windows(words) {
    const made = [];
    for (let first = 0; first + WINDOW <= words.words.length; first += 1) {
      made.push(this.of(words.between(first, first + WINDOW)));
    }
    return made;
  }
}
