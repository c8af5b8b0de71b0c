package dev.lamina.manifold;

import java.util.Arrays;

/**
 * Points seen along the two directions in which they vary most.
 *   C = (1/n) Σ (h − h̄)(h − h̄)ᵀ,   C v₁ = λ₁ v₁,  C v₂ = λ₂ v₂,   λ₁ ≥ λ₂ the largest eigenvalues
 * found by subspace iteration, without ever forming C. The sign of a direction is that which makes its largest entry
 * positive. Source: Pearson 1901; Golub, Van Loan, algorithm 8.2.4.
 *
 * @param first (h − h̄)·v₁ of each point
 * @param second (h − h̄)·v₂
 * @param shares λ₁ / tr C and λ₂ / tr C; 0 where the points do not vary
 */
public record PrincipalComponents(double[] first, double[] second, double[] shares) {
    private static final int MOST_ITERATIONS = 500;
    private static final double TURN = 1e-9;

    /** Of at least one point; time grows as points · dimension. */
    public static PrincipalComponents of(Points points) {
        double[] centered = centered(points);
        int n = points.count();
        int d = points.dimension();
        double[] v1 = new double[d];
        double[] v2 = new double[d];
        for (int j = 0; j < d; j++) {
            // Any start that is orthogonal to no direction; the same each time.
            v1[j] = StrictMath.sin(1 + j);
            v2[j] = StrictMath.cos(2 + 3.0 * j);
        }
        orthonormalize(v1, v2);
        double[] p1 = new double[n];
        double[] p2 = new double[n];
        for (int i = 0; i < MOST_ITERATIONS; i++) {
            double[] before = v1.clone();
            project(centered, v1, p1);
            project(centered, v2, p2);
            gather(centered, p1, v1);
            gather(centered, p2, v2);
            orthonormalize(v1, v2);
            if (1 - Math.abs(dot(before, v1)) < TURN * TURN && i > 20) {
                break;
            }
        }
        rotate(centered, v1, v2, p1, p2);
        double variance = dot(centered, centered);
        double[] shares = variance > 0 ? new double[] {dot(p1, p1) / variance, dot(p2, p2) / variance} : new double[2];
        return new PrincipalComponents(p1, p2, shares);
    }

    /** The eigenvectors within the plane that was found, by one Jacobi rotation, the larger eigenvalue first. */
    private static void rotate(double[] centered, double[] v1, double[] v2, double[] p1, double[] p2) {
        project(centered, v1, p1);
        project(centered, v2, p2);
        double angle = 0.5 * Math.atan2(2 * dot(p1, p2), dot(p1, p1) - dot(p2, p2));
        turn(v1, v2, angle);
        turn(p1, p2, angle);
        for (var pair : new double[][][] {{v1, p1}, {v2, p2}}) {
            if (largest(pair[0]) < 0) {
                negate(pair[1]);
            }
        }
    }

    private static double[] centered(Points points) {
        int n = points.count();
        int d = points.dimension();
        double[] mean = new double[d];
        for (int i = 0; i < n * d; i++) {
            mean[i % d] += points.coordinates()[i] / n;
        }
        double[] centered = new double[n * d];
        for (int i = 0; i < n * d; i++) {
            centered[i] = points.coordinates()[i] - mean[i % d];
        }
        return centered;
    }

    private static void project(double[] rows, double[] v, double[] p) {
        int d = v.length;
        for (int i = 0; i < p.length; i++) {
            double sum = 0;
            for (int j = 0; j < d; j++) {
                sum += rows[i * d + j] * v[j];
            }
            p[i] = sum;
        }
    }

    /** v = rowsᵀ p. */
    private static void gather(double[] rows, double[] p, double[] v) {
        int d = v.length;
        Arrays.fill(v, 0);
        for (int i = 0; i < p.length; i++) {
            for (int j = 0; j < d; j++) {
                v[j] += p[i] * rows[i * d + j];
            }
        }
    }

    private static void orthonormalize(double[] a, double[] b) {
        normalize(a);
        double along = dot(a, b);
        for (int j = 0; j < a.length; j++) {
            b[j] -= along * a[j];
        }
        normalize(b);
    }

    private static void normalize(double[] v) {
        double length = Math.sqrt(dot(v, v));
        for (int j = 0; j < v.length && length > 0; j++) {
            v[j] /= length;
        }
    }

    private static void turn(double[] a, double[] b, double angle) {
        double c = Math.cos(angle);
        double s = Math.sin(angle);
        for (int i = 0; i < a.length; i++) {
            double before = a[i];
            a[i] = c * before + s * b[i];
            b[i] = c * b[i] - s * before;
        }
    }

    private static double largest(double[] v) {
        double largest = 0;
        for (double entry : v) {
            if (Math.abs(entry) > Math.abs(largest)) {
                largest = entry;
            }
        }
        return largest;
    }

    private static void negate(double[] v) {
        for (int i = 0; i < v.length; i++) {
            v[i] = -v[i];
        }
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }
}
