// Fits a logistic regression by Newton's method (iteratively reweighted least squares) with a ridge
// penalty: no chance in it, so the same data give the same weights.

/**
 * @param rows features, one row after the other
 * @param width features of a row
 * @param chosen which rows count
 * @param labels 0 or 1 of every row
 * @param ridge penalty on weights of standardised features; the bias has none
 * @returns bias and weights for the features as they are
 */
export function fitLogistic(rows, width, chosen, labels, ridge) {
  const { mean, scale } = spread(rows, width, chosen)
  const size = width + 1
  const z = new Float64Array(chosen.length * size)
  chosen.forEach((row, at) => {
    for (let k = 0; k < width; k++) z[at * size + k] = (rows[row * width + k] - mean[k]) / scale[k]
    z[at * size + width] = 1
  })
  const beta = new Float64Array(size)
  for (let step = 0; step < 40; step++) {
    const gradient = new Float64Array(size)
    const hessian = new Float64Array(size * size)
    for (let at = 0; at < chosen.length; at++) {
      const from = at * size
      let sum = 0
      for (let k = 0; k < size; k++) sum += beta[k] * z[from + k]
      const p = 1 / (1 + Math.exp(-sum))
      const error = p - labels[chosen[at]]
      const weight = p * (1 - p)
      for (let k = 0; k < size; k++) {
        const x = z[from + k]
        gradient[k] += error * x
        if (weight < 1e-7) continue
        const wx = weight * x
        for (let l = 0; l <= k; l++) hessian[k * size + l] += wx * z[from + l]
      }
    }
    for (let k = 0; k < size; k++) {
      const penalty = k === width ? 1e-6 : ridge
      gradient[k] += penalty * beta[k]
      hessian[k * size + k] += penalty + 1e-9
    }
    const change = solve(hessian, gradient, size)
    let largest = 0
    for (let k = 0; k < size; k++) {
      beta[k] -= change[k]
      largest = Math.max(largest, Math.abs(change[k]))
    }
    if (largest < 1e-7) break
  }
  let bias = beta[width]
  const weights = Array.from({ length: width }, (_, k) => {
    const weight = beta[k] / scale[k]
    bias -= weight * mean[k]
    return weight
  })
  return { bias, weights }
}

function spread(rows, width, chosen) {
  const mean = new Float64Array(width)
  const square = new Float64Array(width)
  for (const row of chosen)
    for (let k = 0; k < width; k++) {
      const x = rows[row * width + k]
      mean[k] += x
      square[k] += x * x
    }
  const scale = mean.map((sum, k) => {
    const middle = sum / chosen.length
    return Math.sqrt(Math.max(0, square[k] / chosen.length - middle * middle)) || 1
  })
  return { mean: mean.map((sum) => sum / chosen.length), scale }
}

/** Cholesky: `lower` is the lower half of a symmetric positive matrix. */
function solve(lower, right, size) {
  const l = Float64Array.from(lower)
  for (let k = 0; k < size; k++) {
    for (let j = 0; j <= k; j++) {
      let sum = l[k * size + j]
      for (let i = 0; i < j; i++) sum -= l[k * size + i] * l[j * size + i]
      l[k * size + j] = k === j ? Math.sqrt(Math.max(sum, 1e-12)) : sum / l[j * size + j]
    }
  }
  const x = Float64Array.from(right)
  for (let k = 0; k < size; k++) {
    for (let i = 0; i < k; i++) x[k] -= l[k * size + i] * x[i]
    x[k] /= l[k * size + k]
  }
  for (let k = size - 1; k >= 0; k--) {
    for (let i = k + 1; i < size; i++) x[k] -= l[i * size + k] * x[i]
    x[k] /= l[k * size + k]
  }
  return x
}
