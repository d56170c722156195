/* The map as one would write it in C: sums of either half of the issues made once for a stretch of
   draws, then every pair of halves, every voter, draws side by side. Nothing is bounded. */

#include <stdint.h>
#include <stdlib.h>

#define STRETCH 64

typedef struct {
    int64_t rows, draws, tests, links, nodes, groups, firsts, lanes, first_issues, last_issues;
} Sizes;

/* gain (columns, rows, draws); base (rows, draws); level (tests, draws); plus, minus (links, draws);
   for_level, against_level (rows, draws); first_column (firsts, first issues); lane_column (lanes,
   last issues); refused (columns, rows); counts (groups + 1, firsts, lanes). */
void map_loop(const Sizes *n, const double *gain, const double *base, const double *level,
              const int64_t *test_row, const int64_t *test_first, const int64_t *node,
              const double *weight, const double *start, const double *plus, const double *minus,
              const double *for_level, const double *against_level, const int64_t *leader,
              const int64_t *follower, const int64_t *part_first, const int64_t *part,
              const double *part_weight, const int64_t *group_first, const int64_t *group_node,
              const int64_t *first_column, const int64_t *lane_column, const uint8_t *refused,
              int32_t *counts)
{
    const int64_t rows = n->rows, draws = n->draws, lanes = n->lanes, firsts = n->firsts;
    double *rest = malloc(sizeof(double) * lanes * rows * STRETCH);
    double *ahead = malloc(sizeof(double) * rows * STRETCH);
    double *margin = malloc(sizeof(double) * rows * STRETCH);
    double *score = malloc(sizeof(double) * n->nodes * STRETCH);
    uint8_t *crossed = malloc(rows);

    for (int64_t begin = 0; begin < draws; begin += STRETCH) {
        const int64_t width = draws - begin < STRETCH ? draws - begin : STRETCH;
        for (int64_t l = 0; l < lanes; l++)
            for (int64_t r = 0; r < rows; r++) {
                double *restrict to = rest + (l * rows + r) * STRETCH;
                for (int64_t d = 0; d < width; d++) to[d] = 0.0;
                for (int64_t k = 0; k < n->last_issues; k++) {
                    int64_t column = lane_column[l * n->last_issues + k];
                    const double *restrict from = gain + (column * rows + r) * draws + begin;
                    for (int64_t d = 0; d < width; d++) to[d] += from[d];
                }
            }
        for (int64_t h = 0; h < firsts; h++) {
            for (int64_t r = 0; r < rows; r++) {
                double *restrict to = ahead + r * STRETCH;
                for (int64_t d = 0; d < width; d++) to[d] = base[r * draws + begin + d];
                for (int64_t k = 0; k < n->first_issues; k++) {
                    int64_t column = first_column[h * n->first_issues + k];
                    const double *restrict from = gain + (column * rows + r) * draws + begin;
                    for (int64_t d = 0; d < width; d++) to[d] += from[d];
                }
            }
            for (int64_t l = 0; l < lanes; l++) {
                for (int64_t r = 0; r < rows; r++) crossed[r] = 0;
                for (int64_t k = 0; k < n->first_issues; k++)
                    for (int64_t r = 0; r < rows; r++)
                        crossed[r] |= refused[first_column[h * n->first_issues + k] * rows + r];
                for (int64_t k = 0; k < n->last_issues; k++)
                    for (int64_t r = 0; r < rows; r++)
                        crossed[r] |= refused[lane_column[l * n->last_issues + k] * rows + r];
                const double *more = rest + l * rows * STRETCH;
                for (int64_t i = 0; i < rows * STRETCH; i++) margin[i] = ahead[i] + more[i];
                for (int64_t i = 0; i < n->links; i++) {
                    const int64_t up = leader[i];
                    double *restrict to = margin + follower[i] * STRETCH;
                    const double *restrict from = margin + up * STRETCH;
                    const double *yes = plus + i * draws + begin, *no = minus + i * draws + begin;
                    const double *high = for_level + up * draws + begin;
                    const double *low = against_level + up * draws + begin;
                    if (crossed[up])
                        for (int64_t d = 0; d < width; d++) to[d] += no[d];
                    else
                        for (int64_t d = 0; d < width; d++)
                            to[d] += from[d] >= high[d] ? yes[d] : from[d] < low[d] ? no[d] : 0.0;
                }
                for (int64_t i = 0; i < n->nodes; i++)
                    for (int64_t d = 0; d < width; d++) score[i * STRETCH + d] = start[i];
                for (int64_t t = 0; t < n->tests; t++) {
                    if (crossed[test_row[t]]) continue;
                    const double *restrict from = margin + test_row[t] * STRETCH;
                    const double *need = level + t * draws + begin;
                    for (int64_t e = test_first[t]; e < test_first[t + 1]; e++) {
                        double *restrict to = score + node[e] * STRETCH;
                        const double w = weight[e];
                        for (int64_t d = 0; d < width; d++) to[d] += from[d] >= need[d] ? w : 0.0;
                    }
                }
                for (int64_t i = 0; i < n->nodes; i++)
                    for (int64_t j = part_first[i]; j < part_first[i + 1]; j++) {
                        const double *restrict from = score + part[j] * STRETCH;
                        double *restrict to = score + i * STRETCH;
                        const double w = part_weight[j];
                        for (int64_t d = 0; d < width; d++) to[d] += from[d] >= 0 ? w : 0.0;
                    }
                double all[STRETCH], least[STRETCH];
                for (int64_t d = 0; d < width; d++) all[d] = 0.0;
                for (int64_t g = 0; g <= n->groups; g++) {
                    int32_t passes = 0;
                    if (g < n->groups) {
                        for (int64_t d = 0; d < width; d++) least[d] = 0.0;
                        for (int64_t j = group_first[g]; j < group_first[g + 1]; j++) {
                            const double *restrict from = score + group_node[j] * STRETCH;
                            for (int64_t d = 0; d < width; d++)
                                least[d] = from[d] < least[d] ? from[d] : least[d];
                        }
                        for (int64_t d = 0; d < width; d++)
                            all[d] = least[d] < all[d] ? least[d] : all[d];
                    }
                    const double *restrict from = g < n->groups ? least : all;
                    for (int64_t d = 0; d < width; d++) passes += from[d] >= 0;
                    counts[(g * firsts + h) * lanes + l] += passes;
                }
            }
        }
    }
    free(rest), free(ahead), free(margin), free(score), free(crossed);
}

/* How fast memory is: a[i] = b[i] + s c[i], after McCalpin's STREAM. */
void triad(double *a, const double *b, const double *c, int64_t size)
{
    for (int64_t i = 0; i < size; i++) a[i] = b[i] + 3.0 * c[i];
}
