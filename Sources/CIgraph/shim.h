#ifndef BUZZLINE_CIGRAPH_SHIM_H
#define BUZZLINE_CIGRAPH_SHIM_H

/* igraph 0.10.0 to 0.10.6 define _GNU_SOURCE in their headers; unless the C library's feature header comes first,
   its types here differ from those of Swift's own Glibc module. */
#include <stdlib.h>

#include <igraph.h>

#if !(IGRAPH_VERSION_MAJOR == 0 && IGRAPH_VERSION_MINOR == 10) && IGRAPH_VERSION_MAJOR != 1
#error "Buzzline needs igraph 0.10 or 1: install libigraph-dev of Debian or Ubuntu, or igraph of Homebrew."
#endif

/* Swift does not import the macros that reach into igraph's containers. */

static inline igraph_integer_t buzzline_vector_size(const igraph_vector_t *vector) {
  return vector->end - vector->stor_begin;
}

static inline const igraph_real_t *buzzline_vector_numbers(const igraph_vector_t *vector) {
  return vector->stor_begin;
}

static inline igraph_integer_t buzzline_vector_int_size(const igraph_vector_int_t *vector) {
  return vector->end - vector->stor_begin;
}

static inline igraph_integer_t *buzzline_vector_int_numbers(const igraph_vector_int_t *vector) {
  return vector->stor_begin;
}

/* Column-major. */
static inline igraph_real_t *buzzline_matrix_numbers(const igraph_matrix_t *matrix) {
  return matrix->data.stor_begin;
}

/* What igraph 1.0 changed, one function a changed call, so that Swift knows no versions. */

static inline igraph_error_t buzzline_betweenness(
    const igraph_t *graph, igraph_vector_t *scores, igraph_bool_t directed, const igraph_vector_t *lengths) {
#if IGRAPH_VERSION_MAJOR == 0
  return igraph_betweenness(graph, scores, igraph_vss_all(), directed, lengths);
#else
  return igraph_betweenness(graph, lengths, scores, igraph_vss_all(), directed, /* normalized */ false);
#endif
}

static inline igraph_error_t buzzline_pagerank(
    const igraph_t *graph, igraph_vector_t *scores, igraph_bool_t directed, igraph_real_t damping,
    const igraph_vector_t *weights) {
#if IGRAPH_VERSION_MAJOR == 0
  return igraph_pagerank(
      graph, IGRAPH_PAGERANK_ALGO_PRPACK, scores, NULL, igraph_vss_all(), directed, damping, weights, NULL);
#else
  return igraph_pagerank(
      graph, weights, scores, NULL, damping, directed, igraph_vss_all(), IGRAPH_PAGERANK_ALGO_PRPACK, NULL);
#endif
}

/* The largest score is 1. */
static inline igraph_error_t buzzline_eigenvector_centrality(
    const igraph_t *graph, igraph_vector_t *scores, igraph_bool_t directed, const igraph_vector_t *weights,
    igraph_arpack_options_t *options) {
#if IGRAPH_VERSION_MAJOR == 0
  return igraph_eigenvector_centrality(graph, scores, NULL, directed, /* scale */ true, weights, options);
#else
  igraph_neimode_t mode = directed ? IGRAPH_OUT : IGRAPH_ALL;
  return igraph_eigenvector_centrality(graph, scores, NULL, mode, weights, options);
#endif
}

/* The largest score is 1. igraph 1.0.0 follows a null pointer where the value is not asked for. */
static inline igraph_error_t buzzline_hub_and_authority_scores(
    const igraph_t *graph, igraph_vector_t *hubs, igraph_vector_t *authorities, const igraph_vector_t *weights,
    igraph_arpack_options_t *options) {
  igraph_real_t value;
#if IGRAPH_VERSION_MAJOR == 0
  return igraph_hub_and_authority_scores(graph, hubs, authorities, &value, /* scale */ true, weights, options);
#else
  return igraph_hub_and_authority_scores(graph, hubs, authorities, &value, weights, options);
#endif
}

/* Whether the caller itself gave igraph something it cannot compute with. */
static inline igraph_bool_t buzzline_is_invalid_input(igraph_error_t code) {
  switch (code) {
    case IGRAPH_EINVAL:
    case IGRAPH_EINVVID:
    case IGRAPH_EINVMODE:
    case IGRAPH_ERANGE:
#if IGRAPH_VERSION_MAJOR == 0
    case IGRAPH_EINVEVECTOR:
    case IGRAPH_NONSQUARE:
#endif
      return true;
    default:
      return false;
  }
}

/* Asked by igraph now and then: true ends the call. */
typedef igraph_bool_t buzzline_should_stop_t(void);

/* Written and read by whoever holds the gate's lock, and always the same function. Swift emits variables of a C header
   only within a function. */
static inline buzzline_should_stop_t **buzzline_should_stop(void) {
  static buzzline_should_stop_t *asked;
  return &asked;
}

#if IGRAPH_VERSION_MAJOR == 0
static igraph_error_t buzzline_interrupted(void *unused) {
  (void) unused;
  if (!(*buzzline_should_stop())()) return IGRAPH_SUCCESS;
  IGRAPH_FINALLY_FREE();
  return IGRAPH_INTERRUPTED;
}
#else
static igraph_bool_t buzzline_interrupted(void) {
  if (!(*buzzline_should_stop())()) return false;
  IGRAPH_FINALLY_FREE();
  return true;
}
#endif

// igraph built with OpenMP shares PageRank's sums among threads as they come, and the last digits change from run to
// run. One thread makes them the same; where OpenMP is not loaded there is nothing to set.
extern void omp_set_num_threads(int) __attribute__((weak));

static inline void buzzline_use_one_thread(void) {
  if (omp_set_num_threads) omp_set_num_threads(1);
}

static inline void buzzline_set_interruption_handler(buzzline_should_stop_t *should_stop) {
  *buzzline_should_stop() = should_stop;
  igraph_set_interruption_handler(buzzline_interrupted);
}

#endif
