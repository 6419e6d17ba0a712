import 'city-compare';
