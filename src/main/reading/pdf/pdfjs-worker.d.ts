// The library has no types for its worker module, which is imported for its effect alone: it sets
// `globalThis.pdfjsWorker`.
declare module 'pdfjs-dist/legacy/build/pdf.worker.mjs'
