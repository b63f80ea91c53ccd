/** Two soft notes, one after the other, made here and now: there is no sound file. */
export function playTone(): void {
  const audio = new AudioContext();
  [523.25, 659.25].forEach((pitch, index) => {
    const start = audio.currentTime + index * 0.35;
    const tone = audio.createOscillator();
    const loudness = audio.createGain();
    tone.frequency.value = pitch;
    loudness.gain.setValueAtTime(0, start);
    loudness.gain.linearRampToValueAtTime(0.12, start + 0.05);
    loudness.gain.exponentialRampToValueAtTime(0.001, start + 0.9);
    tone.connect(loudness).connect(audio.destination);
    tone.start(start);
    tone.stop(start + 1);
  });
  setTimeout(() => void audio.close(), 2000);
}
