import { createRandom } from '../random.ts';

const SAMPLE_RATE = 8_000;
const HEADER_BYTES = 44;
/** Longer recordings say the same again: making half an hour of sound takes too long. */
const LONGEST_SPEECH_S = 45;

/** A WAV (8 kHz, 8 bit, mono) that rises and falls like somebody speaking in the next room. */
export function speak(seconds: number, seed: number): Buffer {
  const samples = seconds * SAMPLE_RATE;
  const spoken = Math.min(seconds, LONGEST_SPEECH_S) * SAMPLE_RATE;
  const wav = Buffer.alloc(HEADER_BYTES + samples, 128);
  writeHeader(wav, samples);
  speakInto(wav.subarray(HEADER_BYTES, HEADER_BYTES + spoken), seed);
  for (let at = HEADER_BYTES + spoken; at < wav.length; at += spoken) {
    wav.copy(wav, at, HEADER_BYTES, HEADER_BYTES + spoken);
  }
  return wav;
}

function speakInto(sound: Buffer, seed: number): void {
  const random = createRandom(seed + 1);
  const base = random.integer(95, 190);
  let at = 0;
  while (at < sound.length) {
    // One syllable, then sometimes the pause between two words.
    const length = Math.min(random.integer(700, 1_900), sound.length - at);
    const pitch = base * (0.9 + random.next() * 0.35);
    for (let index = 0; index < length; index += 1) {
      const swell = Math.sin((Math.PI * index) / length);
      const phase = (2 * Math.PI * pitch * index) / SAMPLE_RATE;
      const tone = Math.sin(phase) + 0.5 * Math.sin(2 * phase) + 0.25 * Math.sin(5 * phase);
      sound[at + index] = 128 + Math.round(40 * swell * tone);
    }
    at += length + (random.next() < 0.3 ? random.integer(800, 3_200) : 150);
  }
}

function writeHeader(wav: Buffer, samples: number): void {
  wav.write('RIFF', 0, 'ascii');
  wav.writeUInt32LE(HEADER_BYTES - 8 + samples, 4);
  wav.write('WAVEfmt ', 8, 'ascii');
  wav.writeUInt32LE(16, 16);
  wav.writeUInt16LE(1, 20);
  wav.writeUInt16LE(1, 22);
  wav.writeUInt32LE(SAMPLE_RATE, 24);
  wav.writeUInt32LE(SAMPLE_RATE, 28);
  wav.writeUInt16LE(1, 32);
  wav.writeUInt16LE(8, 34);
  wav.write('data', 36, 'ascii');
  wav.writeUInt32LE(samples, 40);
}
